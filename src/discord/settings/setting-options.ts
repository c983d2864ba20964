import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { SettingRow } from '../../server-settings/setting-row.ts';
import {
  areChanges,
  listSettings,
  SETTINGS,
  type ServerSettings,
  type SettingName,
  type SettingsCommandName,
} from '../../server-settings/settings-table.ts';
import { english } from '../../wording/kit/english.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { getOwnLanguageName } from '../../wording/language-names.ts';
import { LANGUAGES } from '../../wording/languages.ts';
import { localiseDescription, localiseName } from '../kit/components/command-texts.ts';

/*
 * The options of `/settings` and their limits, as the settings table says. An option of Discord takes one value, so a setting that holds
 * several channels or roles has as many options.
 */

type SettingsTexts = Texts['commands']['settings'];

/** The texts of one option: its name without capitals, and a description. */
interface OptionTexts {
  readonly name: string;
  readonly description: string;
}

/** Channels where a single message is posted. */
const SINGLE_CHANNELS = [ChannelType.GuildText, ChannelType.PublicThread, ChannelType.PrivateThread] as const;

/** Channels where members write, and categories, which stand for all channels in them. */
const CHANNELS_AND_CATEGORIES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildCategory,
] as const;

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** Builds the definition of a sub-command of `/settings` for Discord. */
export function buildSettingsSubcommand(command: SettingsCommandName): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ settings }) => settings.subcommands[command]),
    options: listSettings(command).flatMap(buildOptions),
  };
}

/** Returns the values that a member chose with a sub-command. A default stands for each option that they left out. */
export function readChosenSettings(
  command: SettingsCommandName,
  { options }: ChatInputCommandInteraction,
): Partial<ServerSettings> {
  const changes = Object.fromEntries(listSettings(command).map((name) => [name, readOption(name, options)]));
  if (!areChanges(changes)) throw new TypeError(`/settings ${command} came with unusable options`);
  return changes;
}

function buildOptions(name: SettingName): readonly APIApplicationCommandBasicOption[] {
  const row: SettingRow = SETTINGS[name];
  const texts = (index = 0) => localiseDescription(({ settings }) => findOptionTexts(name, settings, index));
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
      const types = { channel_types: [...SINGLE_CHANNELS] };
      return [{ type: ApplicationCommandOptionType.Channel, ...required, ...types, ...texts() }];
    }
    case 'role':
      return [{ type: ApplicationCommandOptionType.Role, ...required, ...texts() }];
    case 'channels': {
      const types = { channel_types: [...CHANNELS_AND_CATEGORIES] };
      return repeat(row.max, (index) => ({
        type: ApplicationCommandOptionType.Channel,
        ...types,
        ...texts(index),
      }));
    }
    case 'roles':
      return repeat(row.max, (index) => ({ type: ApplicationCommandOptionType.Role, ...texts(index) }));
  }
}

function readOption(name: SettingName, options: ChatInputCommandInteraction['options']): unknown {
  const row: SettingRow = SETTINGS[name];
  const optionName = (index = 0) => findOptionTexts(name, english.commands.settings, index).name;
  switch (row.kind) {
    case 'flag': {
      const chosen = options.getBoolean(optionName(), row.isRequired ?? false);
      return chosen === null ? row.default : chosen !== (row.isOptionOpposite ?? false);
    }
    case 'number':
      return options.getInteger(optionName()) ?? row.default;
    case 'choice':
    case 'language':
      return options.getString(optionName()) ?? row.default;
    case 'channel':
      return options.getChannel(optionName())?.id ?? row.default;
    case 'role':
      return options.getRole(optionName())?.id ?? row.default;
    case 'channels':
      return [...new Set(repeat(row.max, (index) => options.getChannel(optionName(index))?.id ?? []).flat())];
    case 'roles':
      return [...new Set(repeat(row.max, (index) => options.getRole(optionName(index))?.id ?? []).flat())];
  }
}

/** Returns the texts of a setting's option; the `index` counts those of a list from 0. */
function findOptionTexts(name: SettingName, texts: SettingsTexts, index: number): OptionTexts {
  const { command, kind }: SettingRow = SETTINGS[name];
  if (kind === 'channels' || kind === 'roles') {
    const { description, ...names }: Readonly<Record<string, string>> = texts[kind];
    return { name: names[ORDINALS[index] ?? ''] ?? '', description: description ?? '' };
  }
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

function repeat<T>(count: number, build: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => build(index));
}
