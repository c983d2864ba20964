import {
  type AnySelectMenuInteraction,
  type APIActionRowComponent,
  type APISelectMenuComponent,
  type APISelectMenuOption,
  ComponentType,
  type Guild,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { createRefusal } from '../../requests/kit/user-facing-error.ts';
import type { SettingsEdit } from '../../requests/settings/change-settings.ts';
import type { SettingRow } from '../../server-settings/setting-row.ts';
import {
  areChanges,
  isListSetting,
  SETTINGS,
  type ServerSettings,
  type SettingName,
} from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { LANGUAGES } from '../../wording/languages.ts';
import { formatSetting, listEntries, MENTIONS } from '../cards/setting-change.ts';
import { fitOption } from '../kit/components/menus.ts';
import { encodeCustomId } from '../kit/custom-id.ts';
import { listChannelTypes } from './setting-options.ts';

/** The name of the menus in their custom ids; the name of the setting follows as argument. */
export const SETTINGS_MENU = 'settings-menu';

interface MenuLook {
  readonly texts: Texts;
  readonly guild: Guild | null;
}

/** Builds the menu that shows and changes one setting, as its row in the settings table says. */
export function buildSettingMenu(
  name: SettingName,
  settings: ServerSettings,
  { texts, guild }: MenuLook,
): APIActionRowComponent<APISelectMenuComponent> {
  const row: SettingRow = SETTINGS[name];
  const head = {
    custom_id: encodeCustomId({ component: SETTINGS_MENU, argument: name }),
    placeholder: texts.settings.choose({ name: texts.settings.names[name] }),
  };
  const ids = listEntries(settings[name]);
  const range = { min_values: 0, max_values: 'max' in row && row.kind !== 'number' ? row.max : 1 };
  switch (row.kind) {
    case 'channel':
    case 'channels': {
      const known = ids.filter((id) => guild?.channels.resolve(id));
      const shown = known.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel as const }));
      const types = [...listChannelTypes(row)];
      return fillRow({
        type: ComponentType.ChannelSelect,
        ...head,
        ...range,
        channel_types: types,
        default_values: shown,
      });
    }
    case 'role':
    case 'roles': {
      const known = ids.filter((id) => guild?.roles.resolve(id));
      const shown = known.map((id) => ({ id, type: SelectMenuDefaultValueType.Role as const }));
      return fillRow({ type: ComponentType.RoleSelect, ...head, ...range, default_values: shown });
    }
    default:
      return fillRow({
        type: ComponentType.StringSelect,
        ...head,
        options: [...buildOptions(name, settings[name], texts)],
      });
  }
}

function fillRow(menu: APISelectMenuComponent): APIActionRowComponent<APISelectMenuComponent> {
  return { type: ComponentType.ActionRow, components: [menu] };
}

function buildOptions(
  name: SettingName,
  current: ServerSettings[SettingName],
  texts: Texts,
): readonly APISelectMenuOption[] {
  return listValues(SETTINGS[name], current).map((value) => ({
    label: fitOption(
      texts.settings.option({
        name: texts.settings.names[name],
        value: formatSetting(name, value, { texts, style: MENTIONS }),
      }),
    ),
    value: JSON.stringify(value),
    default: value === current,
  }));
}

/** Returns the values that a menu of texts offers; the current one is always among them. */
function listValues(
  row: SettingRow,
  current: ServerSettings[SettingName],
): readonly (string | number | boolean | null)[] {
  switch (row.kind) {
    case 'flag':
      return [true, false];
    case 'choice':
      return row.choices;
    case 'language':
      return [null, ...Object.values(LANGUAGES).map(({ language }) => language)];
    case 'number': {
      const all = new Set([...row.steps, row.default, Number(current)]);
      return [...all].toSorted((one, other) => one - other);
    }
    default:
      return [];
  }
}

/**
 * Returns what somebody chose in the menu of a setting. A list changes by what they added to the shown entries and took away, so that
 * entries which somebody else added meanwhile, or which the menu could not show, stay.
 *
 * @throws {UserFacingError} `unknown-button` for values that the menu does not offer
 */
export function readMenuEdit(name: SettingName, interaction: AnySelectMenuInteraction): SettingsEdit {
  const row: SettingRow = SETTINGS[name];
  const { kind } = row;
  const ids = readIds(row, interaction);
  if (isListSetting(name)) {
    const shown = listShown(interaction);
    const removed = shown.filter((id) => !ids.includes(id)).map((id) => ({ name, add: null, remove: id }));
    const added = ids.filter((id) => !shown.includes(id)).map((id) => ({ name, add: id, remove: null }));
    return { lists: [...removed, ...added] };
  }
  const [first] = interaction.values;
  const value =
    kind === 'channel' || kind === 'role' ? (ids[0] ?? null) : parseValue(interaction, first ?? '');
  const values: Readonly<Record<string, unknown>> = { [name]: value };
  if (!areChanges(values)) throw createRefusal({ kind: 'unknown-button' });
  return { values };
}

/** Returns the chosen channels or roles that Discord has found in this server, and that the setting takes. */
function readIds(row: SettingRow, interaction: AnySelectMenuInteraction): readonly string[] {
  const { values } = interaction;
  const { kind } = row;
  if (kind === 'role' || kind === 'roles')
    return interaction.isRoleSelectMenu() ? values.filter((id) => interaction.roles.has(id)) : refuse();
  if (kind !== 'channel' && kind !== 'channels') return [];
  if (!interaction.isChannelSelectMenu()) return refuse();
  const types: readonly number[] = listChannelTypes(row);
  return values.filter((id) => types.includes(interaction.channels.get(id)?.type ?? -1));
}

function refuse(): never {
  throw createRefusal({ kind: 'unknown-button' });
}

/** Returns the ids that the menu showed as chosen. */
function listShown({ component }: AnySelectMenuInteraction): readonly string[] {
  const menu = 'toJSON' in component ? component.toJSON() : component;
  const shown = 'default_values' in menu ? menu.default_values : undefined;
  return (shown ?? []).map(({ id }) => id);
}

function parseValue(interaction: AnySelectMenuInteraction, text: string): unknown {
  if (!interaction.isStringSelectMenu()) return refuse();
  try {
    return JSON.parse(text);
  } catch {
    return refuse();
  }
}
