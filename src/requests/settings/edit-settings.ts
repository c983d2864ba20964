import {
  DEFAULT_SETTINGS,
  type ListSettingName,
  SETTINGS,
  type ServerSettings,
  type SettingName,
} from '../../server-settings/settings-table.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

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
