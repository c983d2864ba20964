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
  onStoreError: () => {},
});
const fail = async (): Promise<never> => {
  throw FULL;
};
const from = (callerId: string) => ({
  callerId,
  channel: { guildId: 'guild', channelId: 'another', parentIds: ['above'] },
  post: async () => {},
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
    for (let n = 0; n < 5; n++) await store.asked.record(askedThere());
    let clockMs = 0;
    const people = calling(store, { helperRoleId: 'helpers' }, () => clockMs);
    const call = (n: number, callerId: string) =>
      callHelpers(people, { ...here, askedId: `id${n}` }, from(callerId));
    for (let n = 0; n < 2; n++) await call(n, 'mia');
    await expect(call(2, 'mia')).rejects.toMatchObject({
      refusal: { kind: 'cooling-down', waitMs: 60_000 },
    });
    await call(3, 'theo');
    clockMs = 60_000;
    await call(4, 'mia');
  });

  test('are called once for a question, by whoever comes first, and again where posting failed', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    const people = calling(store, { helperRoleId: 'helpers' });
    const failing = callHelpers(people, here, { ...from('mia'), post: fail });
    await expect(failing).rejects.toBe(FULL);
    const calls = ['mia', 'theo', 'max'].map((caller) => callHelpers(people, here, from(caller)));
    const settled = await Promise.allSettled(calls);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const caller of ['mia', 'ana'])
      await expect(callHelpers(people, here, from(caller))).rejects.toMatchObject({ code: 'helpers-asked' });
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
      await store.asked.undoPassOn('id0');
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
