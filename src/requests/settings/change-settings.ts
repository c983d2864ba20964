import {
  areChanges,
  DEFAULT_SETTINGS,
  type ListSettingName,
  SETTINGS,
  type ServerSettings,
  type SettingName,
} from '../../server-settings/settings-table.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireManager, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

export interface SettingsRequest extends ServerRequest {
  readonly edit: SettingsEdit;
}

export interface ChangedSettings {
  readonly before: ServerSettings;
  readonly now: ServerSettings;
  /** Of the changes that were made, by which they can be undone; none where all was set so already. */
  readonly changeNumbers: readonly number[];
}

/**
 * How a server is set up; for those who may manage it.
 *
 * @throws {UserFacingError} `not-a-manager`, `not-kept`
 */
export async function readSettingsAsManager(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId }: ServerRequest,
): Promise<ServerSettings> {
  requireManager(requester);
  return refuseOnStoreError(() => store.serverSettings.read(guildId));
}

/**
 * Changes the settings of one server and returns them as they were and as they are then; for those who may manage the server. Two edits of
 * one server wait for each other, so that neither loses what the other adds to a list.
 *
 * @throws {UserFacingError} `not-a-manager`, `everyone`, `list-full`, `not-kept`
 */
export async function changeSettings(
  { store, locks }: Pick<ModerationDeps, 'store' | 'locks'>,
  { requester, guildId, edit }: SettingsRequest,
): Promise<ChangedSettings> {
  requireManager(requester);
  const change = async () => {
    const before = await store.serverSettings.read(guildId);
    const changes = applyEdit(before, edit);
    if (!areChanges(changes)) throw new TypeError('an edit has a value that its setting does not accept');
    refuseEveryoneRole(guildId, changes);
    const made = await store.serverSettings.change(guildId, requester.memberId, changes);
    return { before, now: { ...before, ...changes }, changeNumbers: made.map(({ number }) => number) };
  };
  return locks.run(guildId, () => refuseOnStoreError(change));
}

/** Discord offers @everyone, whose id is the server's, among the roles: everybody would be a moderator, or be called. */
function refuseEveryoneRole(
  guildId: string,
  { moderatorRoleIds = [], helperRoleId }: Partial<ServerSettings>,
): void {
  if (moderatorRoleIds.includes(guildId) || helperRoleId === guildId)
    throw createRefusal({ kind: 'everyone' });
}

/** What a moderator changes in one step. Everything that it does not name keeps its value. */
export interface SettingsEdit {
  /** The settings that go back to their defaults, before the rest happens. */
  readonly resets?: readonly SettingName[];
  /** The settings that get a new value. */
  readonly values?: Partial<ServerSettings>;
  /** What is added to lists of channels and roles, and taken off them, in this order. */
  readonly lists?: readonly ListEdit[];
}

/** One change of a list; null for nothing to add or remove. */
export interface ListEdit {
  readonly name: ListSettingName;
  readonly add: string | null;
  readonly remove: string | null;
}

/**
 * Returns the new values of the settings that an edit names.
 *
 * @throws {UserFacingError} `list-full`
 */
export function applyEdit(
  before: ServerSettings,
  { resets = [], values = {}, lists = [] }: SettingsEdit,
): Partial<ServerSettings> {
  const defaults = Object.fromEntries(resets.map((name) => [name, DEFAULT_SETTINGS[name]]));
  const start: ServerSettings = { ...before, ...defaults };
  const changed: Partial<Record<ListSettingName, readonly string[]>> = {};
  for (const edit of lists) changed[edit.name] = editList(changed[edit.name] ?? start[edit.name], edit);
  return { ...defaults, ...changed, ...values };
}

function editList(ids: readonly string[], { name, add, remove }: ListEdit): readonly string[] {
  const { max } = SETTINGS[name];
  const kept = ids.filter((id) => id !== remove);
  if (add === null || kept.includes(add)) return kept;
  if (kept.length >= max) throw createRefusal({ kind: 'list-full', max });
  return [...kept, add];
}
