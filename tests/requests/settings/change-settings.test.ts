import { expect, test } from 'vitest';
import { changeSettings, readSettingsAsManager } from '../../../src/requests/settings/change-settings.ts';
import { DEFAULT_SETTINGS } from '../../../src/server-settings/settings-table.ts';
import { emptyStore, FULL, outOfOrder } from '../kept-answers.ts';
import { member, moderator } from '../requesters.ts';

const manager = { ...member, managesServer: true };
const request = { requester: manager, guildId: 'guild', changes: { helperChannelId: 'help' } };

test('who manages the server changes what is named, and the rest stays', async () => {
  const store = await emptyStore();
  await store.serverSettings.change('guild', 'mod', { helperRoleId: 'helpers' });
  expect(await changeSettings({ store }, request)).toEqual({
    before: { ...DEFAULT_SETTINGS, helperRoleId: 'helpers' },
    now: { ...DEFAULT_SETTINGS, helperRoleId: 'helpers', helperChannelId: 'help' },
    changeNumbers: [2],
  });
});

test('a moderator who does not manage the server changes nothing', async () => {
  const store = await emptyStore();
  const refused = changeSettings({ store }, { ...request, requester: moderator });
  await expect(refused).rejects.toMatchObject({ code: 'not-a-manager' });
  expect(await store.serverSettings.read('guild')).toMatchObject({ helperChannelId: null });
});

test('a store that cannot be written is a refusal', async () => {
  await expect(changeSettings({ store: outOfOrder }, request)).rejects.toMatchObject({
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
