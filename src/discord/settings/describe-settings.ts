import type { SettingRow } from '../../server-settings/setting-row.ts';
import {
  listSettings,
  SETTINGS,
  type ServerSettings,
  type SettingName,
  type SettingsCommandName,
  type SharedCommandName,
  type SoleSettingName,
} from '../../server-settings/settings-table.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { formatEntries, MENTIONS } from '../cards/setting-change.ts';

type SettingsTexts = Texts['settings'];

/** Returns the sentence that says how the settings of a sub-command are set. */
export function describeSettings(
  command: SettingsCommandName,
  settings: ServerSettings,
  { settings: texts }: Texts,
): string {
  if (isShared(command)) return SENTENCES[command](settings, texts);
  return listSettings(command)
    .filter(isSole)
    .map((name) => describeState(name, settings, texts))
    .join(' ');
}

/** Where a sub-command changes several settings, one sentence describes all of them. */
const SENTENCES: Readonly<
  Record<SharedCommandName, (settings: ServerSettings, texts: SettingsTexts) => string>
> = {
  log({ logChannelId, postsDigest }, { log }) {
    if (logChannelId === null) return log.none;
    return (postsDigest ? log.digest : log.noDigest)({ channel: MENTIONS.channel(logChannelId) });
  },
  people({ helperChannelId, helperRoleId }, { people }) {
    const helpers = [
      ...(helperChannelId === null ? [] : [MENTIONS.channel(helperChannelId)]),
      ...(helperRoleId === null ? [] : [MENTIONS.role(helperRoleId)]),
    ];
    return helpers.length === 0 ? people.none : people.some({ helpers: helpers.join(' ') });
  },
  mentions({ answersMentions, mentionChannelIds }, { mentions, noMentions }) {
    if (!answersMentions) return noMentions;
    const channels = mentionChannelIds.map(MENTIONS.channel).join(' ');
    return channels === '' ? mentions.none : mentions.some({ channels });
  },
  cooldown: ({ questionsInARow, secondsBetween }, { cooldown }) =>
    cooldown({ inARow: questionsInARow, seconds: secondsBetween }),
};

function isShared(command: SettingsCommandName): command is SharedCommandName {
  return Object.hasOwn(SENTENCES, command);
}

function isSole(name: SettingName): name is SoleSettingName {
  return !isShared(SETTINGS[name].command);
}

interface FlagState {
  readonly on: string;
  readonly off: string;
}
type NumberState = (values: { readonly value: number }) => string;
/** For channels, roles and languages. */
interface ReferenceState {
  readonly none: string;
  readonly some: (values: { readonly value: string }) => string;
}

/** The texts that a setting of each kind needs. It does not compile where the catalogue lacks one. */
type StateTexts = {
  readonly [Name in SoleSettingName]: (typeof SETTINGS)[Name]['kind'] extends 'flag'
    ? FlagState
    : (typeof SETTINGS)[Name]['kind'] extends 'number'
      ? NumberState
      : (typeof SETTINGS)[Name]['kind'] extends 'choice'
        ? Readonly<Record<Extract<ServerSettings[Name], string>, string>>
        : ReferenceState;
};

type ChoiceState = Readonly<Record<string, string>>;

function describeState(name: SoleSettingName, settings: ServerSettings, { states }: SettingsTexts): string {
  const texts: StateTexts = states;
  const text: FlagState | NumberState | ReferenceState | ChoiceState = texts[name];
  const value = settings[name];
  if (typeof text === 'function') return text({ value: Number(value) });
  if (isFlagState(text)) return value === true ? text.on : text.off;
  if (!isReferenceState(text)) return text[String(value)] ?? String(value);
  const { kind }: SettingRow = SETTINGS[name];
  const shown = formatEntries(kind, value, MENTIONS);
  return shown === '' ? text.none : text.some({ value: shown });
}

function isFlagState(text: object): text is FlagState {
  return Object.hasOwn(text, 'on');
}

function isReferenceState(text: object): text is ReferenceState {
  return Object.hasOwn(text, 'some');
}
