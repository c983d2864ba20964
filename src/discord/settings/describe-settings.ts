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
import { getOwnLanguageName } from '../../wording/language-names.ts';
import { isLanguage } from '../../wording/languages.ts';

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
    return (postsDigest ? log.digest : log.noDigest)({ channel: mentionChannel(logChannelId) });
  },
  people({ helperChannelId, helperRoleId }, { people }) {
    const helpers = [mentionChannel(helperChannelId), mentionRole(helperRoleId)].filter(
      (mention) => mention !== '',
    );
    return helpers.length === 0 ? people.none : people.some({ helpers: helpers.join(' ') });
  },
  mentions({ answersMentions, mentionChannelIds }, { mentions, noMentions }) {
    if (!answersMentions) return noMentions;
    const channels = mentionChannelIds.map(mentionChannel).join(' ');
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
  const shown = showReferences(SETTINGS[name], value);
  return shown === '' ? text.none : text.some({ value: shown });
}

function isFlagState(text: object): text is FlagState {
  return Object.hasOwn(text, 'on');
}

function isReferenceState(text: object): text is ReferenceState {
  return Object.hasOwn(text, 'some');
}

/** Returns mentions of channels or roles, or a language's own name; `''` for none. */
function showReferences({ kind }: SettingRow, value: ServerSettings[SettingName]): string {
  if (kind === 'language')
    return typeof value === 'string' && isLanguage(value) ? getOwnLanguageName(value) : '';
  const ids =
    typeof value === 'object' && value !== null ? value : [typeof value === 'string' ? value : null];
  return ids.map(kind === 'role' || kind === 'roles' ? mentionRole : mentionChannel).join(' ');
}

function mentionChannel(id: string | null): string {
  return id === null ? '' : `<#${id}>`;
}

function mentionRole(id: string | null): string {
  return id === null ? '' : `<@&${id}>`;
}
