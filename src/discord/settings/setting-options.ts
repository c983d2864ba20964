import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { ListEdit, SettingsEdit } from '../../requests/settings/change-settings.ts';
import type { SettingRow } from '../../server-settings/setting-row.ts';
import {
  areChanges,
  isListSetting,
  type ListSettingName,
  listSettings,
  SETTINGS,
  type SettingName,
  type SettingsCommandName,
} from '../../server-settings/settings-table.ts';
import { getOwnLanguageName } from '../../wording/article-words.ts';
import { english } from '../../wording/kit/english.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { LANGUAGES } from '../../wording/languages.ts';
import { localiseDescription, localiseName } from '../kit/components/command-texts.ts';

/*
 * The options of `/settings` and their limits, as the settings table says. An option of Discord takes one value, so a setting that holds
 * several channels or roles has an option that adds one, and another that removes one. What is left out keeps its value.
 */

type SettingsTexts = Texts['commands']['settings'];

/** The texts of one option: its name without capitals, and a description. */
interface OptionTexts {
  readonly name: string;
  readonly description: string;
}

/** Builds the definition of a sub-command of `/settings` for Discord. */
export function buildSettingsSubcommand(command: SettingsCommandName): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands[command]),
    options: [...listSettings(command).flatMap(buildOptions), ...buildResetOption(command)],
  };
}

/** Returns what a member changes with a sub-command. Settings whose options they left out keep their values. */
export function readSettingsEdit(
  command: SettingsCommandName,
  { options }: ChatInputCommandInteraction,
): SettingsEdit {
  const names = listSettings(command);
  const chosen = names
    .filter((name) => !isListSetting(name))
    .map((name) => [name, readOption(name, options)] as const)
    .filter(([, value]) => value !== null);
  const values: Readonly<Record<string, unknown>> = Object.fromEntries(chosen);
  if (!areChanges(values)) throw new TypeError(`/settings ${command} came with unusable options`);
  const isReset = options.getBoolean(english.commands.settings.reset.name) === true;
  return {
    resets: isReset ? names : [],
    values,
    lists: names.filter(isListSetting).map((name) => readListEdit(name, options)),
  };
}

/** Builds the option that sets all settings of a sub-command back; none where something has to be chosen anyway. */
function buildResetOption(command: SettingsCommandName): readonly APIApplicationCommandBasicOption[] {
  const rows: readonly SettingRow[] = listSettings(command).map((name) => SETTINGS[name]);
  if (rows.every(({ isRequired }) => isRequired === true)) return [];
  const texts = localiseDescription(({ settings }) => settings.reset);
  return [{ type: ApplicationCommandOptionType.Boolean, ...texts }];
}

function buildOptions(name: SettingName): readonly APIApplicationCommandBasicOption[] {
  const row: SettingRow = SETTINGS[name];
  const texts = () => localiseDescription(({ settings }) => findOptionTexts(name, settings));
  const required = row.isRequired === true ? { required: true } : {};
  switch (row.kind) {
    case 'flag':
      return [{ type: ApplicationCommandOptionType.Boolean, ...required, ...texts() }];
    case 'number': {
      const limits = { min_value: row.min, max_value: row.max };
      return [{ type: ApplicationCommandOptionType.Integer, ...required, ...limits, ...texts() }];
    }
    case 'choice':
    case 'language': {
      const choices = row.kind === 'choice' ? buildChoices(name, row.choices) : buildLanguageChoices();
      return [{ type: ApplicationCommandOptionType.String, ...required, ...texts(), choices }];
    }
    case 'channel': {
      const types = { channel_types: [...listChannelTypes(row)] };
      return [{ type: ApplicationCommandOptionType.Channel, ...required, ...types, ...texts() }];
    }
    case 'role':
      return [{ type: ApplicationCommandOptionType.Role, ...required, ...texts() }];
    case 'channels': {
      const types = { channel_types: [...listChannelTypes(row)] };
      return LIST_STEPS.map((step) => ({
        type: ApplicationCommandOptionType.Channel,
        ...types,
        ...localiseDescription(({ settings }) => settings[findListTexts(row)][step]),
      }));
    }
    case 'roles':
      return LIST_STEPS.map((step) => ({
        type: ApplicationCommandOptionType.Role,
        ...localiseDescription(({ settings }) => settings[findListTexts(row)][step]),
      }));
  }
}

const LIST_STEPS = ['add', 'remove'] as const;

/** Returns the value of a setting's option, or null where it was left out. */
function readOption(name: SettingName, options: ChatInputCommandInteraction['options']): unknown {
  const row: SettingRow = SETTINGS[name];
  const { name: option } = findOptionTexts(name, english.commands.settings);
  switch (row.kind) {
    case 'flag': {
      const chosen = options.getBoolean(option, row.isRequired ?? false);
      return chosen === null ? null : chosen !== (row.isOptionOpposite ?? false);
    }
    case 'number':
      return options.getInteger(option);
    case 'choice':
    case 'language':
      return options.getString(option);
    case 'channel':
      return options.getChannel(option)?.id ?? null;
    case 'role':
      return options.getRole(option)?.id ?? null;
    case 'channels':
    case 'roles':
      throw new TypeError(`“${name}” is a list`);
  }
}

function readListEdit(name: ListSettingName, options: ChatInputCommandInteraction['options']): ListEdit {
  const row: SettingRow = SETTINGS[name];
  const { kind } = row;
  const texts = english.commands.settings[findListTexts(row)];
  const read = (option: string) =>
    (kind === 'roles' ? options.getRole(option) : options.getChannel(option))?.id ?? null;
  return { name, add: read(texts.add.name), remove: read(texts.remove.name) };
}

/** Returns the name of the texts of the options that add to a list and take off it. */
function findListTexts(row: SettingRow): 'roles' | 'channels' | 'forums' {
  if (row.kind === 'roles') return 'roles';
  return row.kind === 'channels' && row.isForForums === true ? 'forums' : 'channels';
}

/** Returns the texts of the option of a setting that is no list. */
function findOptionTexts(name: SettingName, texts: SettingsTexts): OptionTexts {
  const { command } = SETTINGS[name];
  const options = findSubcommandTexts(command, texts).options ?? {};
  const found = options[name];
  if (found === undefined) throw new TypeError(`the option of the setting “${name}” has no texts`);
  return found;
}

interface SubcommandTexts extends OptionTexts {
  readonly options?: Readonly<Record<string, OptionTexts>>;
  readonly choices?: Readonly<Record<string, string>>;
}

function findSubcommandTexts(command: string, texts: SettingsTexts): SubcommandTexts {
  const subcommands: Readonly<Record<string, SubcommandTexts>> = texts.subcommands;
  const found = subcommands[command];
  if (found === undefined) throw new TypeError(`the sub-command “${command}” has no texts`);
  return found;
}

function buildChoices(name: SettingName, choices: readonly string[]) {
  return choices.map((value) => ({
    ...localiseName(({ settings }) => {
      const text = findSubcommandTexts(SETTINGS[name].command, settings).choices?.[value];
      if (text === undefined) throw new TypeError(`the choice “${value}” of “${name}” has no text`);
      return text;
    }),
    value,
  }));
}

function buildLanguageChoices() {
  return Object.values(LANGUAGES).map(({ language }) => ({
    name: getOwnLanguageName(language),
    value: language,
  }));
}

const CHANNEL_TYPES = {
  /** Where a single message is posted. */
  channel: [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread],
  /** Where each thread is a post. Discord’s description of options and menus does not name media channels, which are alike. */
  forums: [ChannelType.GuildForum],
  /** Where members write, and categories, which stand for all channels in them. */
  channels: [
    ChannelType.GuildText,
    ChannelType.GuildAnnouncement,
    ChannelType.GuildForum,
    ChannelType.GuildVoice,
    ChannelType.GuildStageVoice,
    ChannelType.PublicThread,
    ChannelType.PrivateThread,
    ChannelType.GuildCategory,
  ],
} as const;

/** Returns the types of the channels that a setting for channels takes. */
export function listChannelTypes(row: SettingRow) {
  if (row.kind !== 'channels') return CHANNEL_TYPES.channel;
  return row.isForForums === true ? CHANNEL_TYPES.forums : CHANNEL_TYPES.channels;
}
