import { describe, expect, test } from 'vitest';
import { callHuman, hasHuman } from '../../../src/requests/asking/ask-human.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { askedThere, emptyStore, FULL, outOfOrder } from '../kept-answers.ts';

const calling = (store: Store, nowMs = () => 0) => ({
  store,
  onNotKept: () => undefined,
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
    expect(await hasHuman(calling(store), 'guild')).toBe(true);
    expect(await callHuman(calling(store), here, from('mia'))).toMatchObject({
      channelId,
      roleId,
      asked: { id: 'id0' },
    });
  });

  test('that nobody has chosen are not called', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('other', 'mod', { humanChannelId: 'help' });
    expect(await hasHuman(calling(store), 'guild')).toBe(false);
    await expect(callHuman(calling(store), here, from('mia'))).rejects.toMatchObject({ code: 'no-human' });
  });

  test('are not there in direct messages', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere({ guildId: null, channelId: 'direct' }));
    expect(await hasHuman(calling(store), null)).toBe(false);
    const called = callHuman(calling(store), { ...here, guildId: null, channelId: 'direct' }, from('mia'));
    await expect(called).rejects.toMatchObject({ code: 'no-human' });
  });

  test('are called by each member twice, and then once a minute in each server', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('guild', 'mod', { humanRoleId: 'helpers' });
    let clockMs = 0;
    const people = calling(store, () => clockMs);
    for (let n = 0; n < 2; n++) await callHuman(people, here, from('mia'));
    await expect(callHuman(people, here, from('mia'))).rejects.toMatchObject({
      refusal: { kind: 'cooling-down', waitMs: 60_000 },
    });
    await callHuman(people, here, from('theo'));
    clockMs = 60_000;
    await callHuman(people, here, from('mia'));
  });

  test('are not called where the bot is silent, unless they have a channel of their own', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('guild', 'mod', { humanRoleId: 'helpers', speakChannelIds: ['else'] });
    const called = callHuman(calling(store), here, from('mia'));
    await expect(called).rejects.toMatchObject({ code: 'not-here' });
    for (const changes of [
      { speakChannelIds: ['above'] },
      { speakChannelIds: ['else'], humanChannelId: 'help' },
    ]) {
      await store.guildSettings.change('guild', 'mod', changes);
      expect(await callHuman(calling(store), here, from('mia'))).toMatchObject({ roleId: 'helpers' });
    }
  });

  test('of whom the store tells nothing cost the answer its button, not the answer', async () => {
    const unreadable = { ...outOfOrder.guildSettings, of: () => Promise.reject(FULL) };
    expect(await hasHuman(calling({ ...outOfOrder, guildSettings: unreadable }), 'guild')).toBe(false);
    await expect(callHuman(calling(outOfOrder), here, from('mia'))).rejects.toMatchObject({
      code: 'not-kept',
    });
  });
});
