import { describe, expect, test } from 'vitest';
import { callHelpers, hasHelpers } from '../../../src/requests/asking/call-helpers.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { askedThere, emptyStore, FULL, outOfOrder } from '../kept-answers.ts';

const calling = (store: Store, nowMs = () => 0) => ({
  store,
  onStoreError: () => undefined,
  callCooldown: new Cooldown({ nowMs }),
});
const from = (callerId: string) => ({
  callerId,
  spot: { guildId: 'guild', channelId: 'another', parentIds: ['above'] },
});

const here = { askedId: 'id0', guildId: 'guild', channelId: 'another' };

describe('people', () => {
  test.each([
    [{ humanChannelId: 'help' }, 'help', null],
    [{ humanRoleId: 'helpers' }, 'general', 'helpers'],
    [{ humanChannelId: 'help', humanRoleId: 'helpers' }, 'help', 'helpers'],
  ])('chosen as %j are called in “%s” by the role %j', async (changes, channelId, roleId) => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('guild', 'mod', changes);
    expect(await hasHelpers(calling(store), 'guild')).toBe(true);
    expect(await callHelpers(calling(store), here, from('mia'))).toMatchObject({
      channelId,
      roleId,
      asked: { id: 'id0' },
    });
  });

  test('that nobody has chosen are not called', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('other', 'mod', { humanChannelId: 'help' });
    expect(await hasHelpers(calling(store), 'guild')).toBe(false);
    await expect(callHelpers(calling(store), here, from('mia'))).rejects.toMatchObject({ code: 'no-human' });
  });

  test('are not there in direct messages', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere({ guildId: null, channelId: 'direct' }));
    expect(await hasHelpers(calling(store), null)).toBe(false);
    const called = callHelpers(calling(store), { ...here, guildId: null, channelId: 'direct' }, from('mia'));
    await expect(called).rejects.toMatchObject({ code: 'no-human' });
  });

  test('are called by each member twice, and then once a minute in each server', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('guild', 'mod', { humanRoleId: 'helpers' });
    let clockMs = 0;
    const people = calling(store, () => clockMs);
    for (let n = 0; n < 2; n++) await callHelpers(people, here, from('mia'));
    await expect(callHelpers(people, here, from('mia'))).rejects.toMatchObject({
      refusal: { kind: 'cooling-down', waitMs: 60_000 },
    });
    await callHelpers(people, here, from('theo'));
    clockMs = 60_000;
    await callHelpers(people, here, from('mia'));
  });

  test('are not called where the bot is silent, unless they have a channel of their own', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('guild', 'mod', { humanRoleId: 'helpers', speakChannelIds: ['else'] });
    const called = callHelpers(calling(store), here, from('mia'));
    await expect(called).rejects.toMatchObject({ code: 'not-here' });
    for (const changes of [
      { speakChannelIds: ['above'] },
      { speakChannelIds: ['else'], humanChannelId: 'help' },
    ]) {
      await store.guildSettings.change('guild', 'mod', changes);
      expect(await callHelpers(calling(store), here, from('mia'))).toMatchObject({ roleId: 'helpers' });
    }
  });

  test('of whom the store tells nothing cost the answer its button, not the answer', async () => {
    const unreadable = { ...outOfOrder.guildSettings, read: () => Promise.reject(FULL) };
    expect(await hasHelpers(calling({ ...outOfOrder, guildSettings: unreadable }), 'guild')).toBe(false);
    await expect(callHelpers(calling(outOfOrder), here, from('mia'))).rejects.toMatchObject({
      code: 'not-kept',
    });
  });
});
