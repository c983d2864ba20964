import { describe, expect, test } from 'vitest';
import { callHelpers, hasHelpers } from '../../../src/requests/asking/call-helpers.ts';
import { Cooldown } from '../../../src/requests/kit/cooldown.ts';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../../src/server-settings/settings-table.ts';
import type { Store } from '../../../src/store/open-store.ts';
import { askedThere, emptyStore, FULL, outOfOrder } from '../kept-answers.ts';

const calling = (store: Store, changes: Partial<ServerSettings> = {}, nowMs = () => 0) => ({
  store,
  settings: { ...DEFAULT_SETTINGS, ...changes },
  callCooldown: new Cooldown({ nowMs }),
});
const fail = async (): Promise<never> => {
  throw FULL;
};
const from = (callerId: string) => ({
  callerId,
  channel: { guildId: 'guild', channelId: 'another', parentIds: ['above'] },
});

const here = { askedId: 'id0', guildId: 'guild', channelId: 'another' };

describe('people', () => {
  test.each([
    [{ helperChannelId: 'help' }, 'help', null],
    [{ helperRoleId: 'helpers' }, 'general', 'helpers'],
    [{ helperChannelId: 'help', helperRoleId: 'helpers' }, 'help', 'helpers'],
  ])('chosen as %j are called in “%s” by the role %j', async (changes, channelId, roleId) => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    const deps = calling(store, changes);
    expect(hasHelpers(deps.settings)).toBe(true);
    expect(await callHelpers(deps, here, from('mia'))).toMatchObject({
      channelId,
      roleId,
      asked: { id: 'id0' },
    });
  });

  test('that nobody has chosen are not called', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    expect(hasHelpers(DEFAULT_SETTINGS)).toBe(false);
    await expect(callHelpers(calling(store), here, from('mia'))).rejects.toMatchObject({
      code: 'no-helpers',
    });
  });

  test('are not there in direct messages', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere({ guildId: null, channelId: 'direct' }));
    const called = callHelpers(calling(store), { ...here, guildId: null, channelId: 'direct' }, from('mia'));
    await expect(called).rejects.toMatchObject({ code: 'no-helpers' });
  });

  test('are called by each member twice, and then once a minute in each server', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    let clockMs = 0;
    const people = calling(store, { helperRoleId: 'helpers' }, () => clockMs);
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
    const silent = { helperRoleId: 'helpers', speakChannelIds: ['else'] };
    const called = callHelpers(calling(store, silent), here, from('mia'));
    await expect(called).rejects.toMatchObject({ code: 'not-here' });
    for (const changes of [
      { speakChannelIds: ['above'] },
      { speakChannelIds: ['else'], helperChannelId: 'help' },
    ]) {
      const deps = calling(store, { ...silent, ...changes });
      expect(await callHelpers(deps, here, from('mia'))).toMatchObject({ roleId: 'helpers' });
    }
  });

  test('are not called, and not said to be missing, while only the settings cannot be read', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    const failing = { ...store, serverSettings: { ...store.serverSettings, read: fail } };
    await expect(callHelpers(calling(failing), here, from('mia'))).rejects.toMatchObject({
      code: 'not-kept',
    });
  });

  test('are called where the settings can be read again after reading them failed', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.serverSettings.change('guild', 'mod', { helperRoleId: 'helpers' });
    expect(await callHelpers(calling(store), here, from('mia'))).toMatchObject({ roleId: 'helpers' });
  });

  test('are not called while the store fails', async () => {
    await expect(callHelpers(calling(outOfOrder), here, from('mia'))).rejects.toMatchObject({
      code: 'not-kept',
    });
  });
});
