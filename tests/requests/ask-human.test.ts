import { describe, expect, test } from 'vitest';
import { callHuman, hasHuman } from '../../src/requests/ask-human.ts';
import { askedThere, emptyStore, FULL, outOfOrder } from './kept-answers.ts';

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
    expect(await hasHuman(store, 'guild')).toBe(true);
    expect(await callHuman(store, here)).toMatchObject({ channelId, roleId, asked: { id: 'id0' } });
  });

  test('that nobody has chosen are not called', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere());
    await store.guildSettings.change('other', 'mod', { humanChannelId: 'help' });
    expect(await hasHuman(store, 'guild')).toBe(false);
    await expect(callHuman(store, here)).rejects.toMatchObject({ code: 'no-human' });
  });

  test('are not there in direct messages', async () => {
    const store = await emptyStore();
    await store.asked.record(askedThere({ guildId: null, channelId: 'direct' }));
    expect(await hasHuman(store, null)).toBe(false);
    const called = callHuman(store, { askedId: 'id0', guildId: null, channelId: 'direct' });
    await expect(called).rejects.toMatchObject({ code: 'no-human' });
  });

  test('of whom the store tells nothing cost the answer its button, not the answer', async () => {
    const unreadable = { ...outOfOrder.guildSettings, of: () => Promise.reject(FULL) };
    expect(await hasHuman({ ...outOfOrder, guildSettings: unreadable }, 'guild')).toBe(false);
    await expect(callHuman(outOfOrder, here)).rejects.toMatchObject({ code: 'not-kept' });
  });
});
