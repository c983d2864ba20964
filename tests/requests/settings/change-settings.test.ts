import { expect, test } from 'vitest';
import { changeSettings, readSettingsAsManager } from '../../../src/requests/settings/change-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { KeyedLock } from '../../../src/threads/keyed-lock.ts';
import { emptyStore, FULL, outOfOrder } from '../kept-answers.ts';
import { member, moderator } from '../requesters.ts';

const manager = { ...member, managesServer: true };
const edit = { values: { helperChannelId: 'help' } };
const request = { requester: manager, guildId: 'guild', edit };
const locks = new KeyedLock();

test('who manages the server changes what is named, and the rest stays', async () => {
  const store = await emptyStore();
  await store.serverSettings.change('guild', 'mod', { helperRoleId: 'helpers' });
  expect(await changeSettings({ store, locks }, request)).toEqual({
    before: { ...DEFAULT_SETTINGS, helperRoleId: 'helpers' },
    now: { ...DEFAULT_SETTINGS, helperRoleId: 'helpers', helperChannelId: 'help' },
    changeNumbers: [2],
  });
});

test('a moderator who does not manage the server changes nothing', async () => {
  const store = await emptyStore();
  const refused = changeSettings({ store, locks }, { ...request, requester: moderator });
  await expect(refused).rejects.toMatchObject({ code: 'not-a-manager' });
  expect(await store.serverSettings.read('guild')).toMatchObject({ helperChannelId: null });
});

test('a store that cannot be written is a refusal', async () => {
  await expect(changeSettings({ store: outOfOrder, locks }, request)).rejects.toMatchObject({
    code: 'not-kept',
    cause: FULL,
  });
});

test('who manages the server sees how it is set up, and nobody else', async () => {
  const store = await emptyStore();
  await store.serverSettings.change('guild', 'mod', { helperRoleId: 'helpers' });
  const read = (requester: typeof manager) =>
    readSettingsAsManager({ store }, { requester, guildId: 'guild' });
  expect(await read(manager)).toEqual({ ...DEFAULT_SETTINGS, helperRoleId: 'helpers' });
  await expect(read(moderator)).rejects.toMatchObject({ code: 'not-a-manager' });
});

test('two moderators who add to a list at the same moment both get it', async () => {
  const store = await emptyStore();
  const add = (id: string) => {
    const lists = [{ name: 'moderatorRoleIds', add: id, remove: null } as const];
    return changeSettings({ store, locks }, { requester: manager, guildId: 'guild', edit: { lists } });
  };
  await Promise.all([add('1'), add('2'), add('3')]);
  expect((await store.serverSettings.read('guild')).moderatorRoleIds).toEqual(['1', '2', '3']);
  await expect(add('4')).rejects.toMatchObject({ code: 'list-full' });
});
