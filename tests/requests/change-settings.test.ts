import { expect, test } from 'vitest';
import { changeSettings } from '../../src/requests/change-settings.ts';
import { emptyStore, FULL, outOfOrder } from './kept-answers.ts';
import { member, moderator } from './requesters.ts';

const manager = { ...member, managesServer: true };
const request = { requester: manager, guildId: 'guild', changes: { humanChannelId: 'help' } };

test('who manages the server changes what is named, and the rest stays', async () => {
  const store = await emptyStore();
  await store.guildSettings.change('guild', 'mod', { humanRoleId: 'helpers' });
  expect(await changeSettings(store, request)).toEqual({
    before: { humanChannelId: null, humanRoleId: 'helpers', logChannelId: null, moderatorRoleIds: [] },
    now: { humanChannelId: 'help', humanRoleId: 'helpers', logChannelId: null, moderatorRoleIds: [] },
  });
});

test('a moderator who does not manage the server changes nothing', async () => {
  const store = await emptyStore();
  const refused = changeSettings(store, { ...request, requester: moderator });
  await expect(refused).rejects.toMatchObject({ code: 'not-a-manager' });
  expect(await store.guildSettings.of('guild')).toMatchObject({ humanChannelId: null });
});

test('that nothing can be written down is told', async () => {
  await expect(changeSettings(outOfOrder, request)).rejects.toMatchObject({ code: 'not-kept', cause: FULL });
});
