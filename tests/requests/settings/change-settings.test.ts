import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyedLock } from '../../../src/kit/serial-work.ts';
import { UserFacingError } from '../../../src/requests/kit/user-facing-error.ts';
import {
  applyEdit,
  changeSettings,
  readSettingsAsManager,
  type SettingsEdit,
} from '../../../src/requests/settings/change-settings.ts';
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  SETTINGS,
  type ServerSettings,
} from '../../../src/server-settings/settings-table.ts';
import { emptyStore, FULL, outOfOrder } from '../kept-answers.ts';
import { member, moderator } from '../requesters.ts';

const manager = { ...member, managesServer: true };
const chosen = { values: { helperChannelId: 'help' } };
const request = { requester: manager, guildId: 'guild', edit: chosen };
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

const apply = (before: Partial<ServerSettings>, edit: SettingsEdit) =>
  applyEdit({ ...DEFAULT_SETTINGS, ...before }, edit);

/** Changes a list of the roles 1 and 2. */
const editTwo = (add: string | null, remove: string | null) =>
  apply({ moderatorRoleIds: ['1', '2'] }, { lists: [{ name: 'moderatorRoleIds', add, remove }] });

test('what an edit does not name is not changed', () => {
  expect(apply({ questionsInARow: 3 }, { values: { secondsBetween: 20 } })).toEqual({ secondsBetween: 20 });
  expect(apply({ moderatorRoleIds: ['1'] }, {})).toEqual({});
});

test('a list grows and shrinks by what is named, and holds each entry once', () => {
  expect(editTwo('3', null)).toEqual({ moderatorRoleIds: ['1', '2', '3'] });
  expect(editTwo('2', null)).toEqual({ moderatorRoleIds: ['1', '2'] });
  expect(editTwo(null, '1')).toEqual({ moderatorRoleIds: ['2'] });
  expect(editTwo('3', '1')).toEqual({ moderatorRoleIds: ['2', '3'] });
  expect(editTwo(null, '9')).toEqual({ moderatorRoleIds: ['1', '2'] });
});

test('a reset comes first, so that what stands beside it counts', () => {
  const edit: SettingsEdit = {
    resets: ['moderatorRoleIds', 'questionsInARow', 'secondsBetween'],
    values: { secondsBetween: 9 },
    lists: [{ name: 'moderatorRoleIds', add: '3', remove: null }],
  };
  expect(apply({ moderatorRoleIds: ['1', '2'], questionsInARow: 2 }, edit)).toEqual({
    moderatorRoleIds: ['3'],
    questionsInARow: DEFAULT_SETTINGS.questionsInARow,
    secondsBetween: 9,
  });
});

/** Changes the list of channels; nothing where it is full. */
function applyIfRoom(
  settings: ServerSettings,
  edit: { readonly add: string | null; readonly remove: string | null },
) {
  try {
    return applyEdit(settings, { lists: [{ name: 'speakChannelIds', ...edit }] });
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'list-full') return {};
    throw error;
  }
}

test('whatever is added and removed in turn, a list stays within its limit, and nothing else changes', () => {
  const { max } = SETTINGS.speakChannelIds;
  const id = fc.option(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.record({ add: id, remove: id }), { maxLength: 30 }), (edits) => {
      let settings: ServerSettings = { ...DEFAULT_SETTINGS, language: 'de' };
      for (const edit of edits) {
        settings = { ...settings, ...applyIfRoom(settings, edit) };
        expect(settings.speakChannelIds.length).toBeLessThanOrEqual(max);
        expect(new Set(settings.speakChannelIds).size).toBe(settings.speakChannelIds.length);
      }
      const others = SETTING_NAMES.filter((name) => name !== 'speakChannelIds');
      for (const name of others) expect(settings[name]).toBe({ ...DEFAULT_SETTINGS, language: 'de' }[name]);
    }),
  );
});
