import { isSettingValue, type SettingRow, type ValueOfRow } from './setting-row.ts';

/**
 * Every setting of a server, in the order in which `/settings show` lists them: first what most servers set. The store's defaults and checks, the options of `/settings`
 * with their limits, the screen and the names in the history all derive from these rows. A new setting is a row here, its texts, and the
 * code that follows it. Names are stored, so a released one never changes.
 */
export const SETTINGS = {
  /** Whoever has one of these roles is a moderator, whatever their permissions. */
  moderatorRoleIds: { kind: 'roles', command: 'moderators', max: 3, default: [] },
  /** The code of the language that the bot speaks to the whole server, or null for each member's own. */
  language: { kind: 'language', command: 'language', default: null },
  /** The channel where the bot posts refreshes and changed settings, or null for none. */
  logChannelId: { kind: 'channel', command: 'log', default: null },
  /** Whether it posts there each week what members asked. */
  postsDigest: { kind: 'flag', command: 'log', default: true },
  /** The channel where questions for helpers are posted, or null for the channel where each was asked. */
  helperChannelId: { kind: 'channel', command: 'people', default: null },
  /** The role that is mentioned there, or null for none. */
  helperRoleId: { kind: 'role', command: 'people', default: null },
  /** The channels and categories where the bot posts messages that everybody can read; empty for all. */
  speakChannelIds: { kind: 'channels', command: 'speak', max: 5, default: [] },
  /** Whether the bot answers members who mention it. */
  answersMentions: { kind: 'flag', command: 'mentions', isOptionOpposite: true, default: true },
  /** Those of the channels where it speaks in which it answers mentions; empty for all. */
  mentionChannelIds: { kind: 'channels', command: 'mentions', max: 5, default: [] },
  /** The forums in which the bot answers new posts by their titles; empty for none. */
  forumChannelIds: { kind: 'channels', command: 'forums', isForForums: true, max: 5, default: [] },
  /** Whether only the asker sees an answer where they do not say. */
  isPrivateByDefault: { kind: 'flag', command: 'private', isRequired: true, default: false },
  /** How many questions in a row a member may ask in a channel. Five are enough for a conversation, and too few to fill a channel. */
  questionsInARow: {
    kind: 'number',
    command: 'cooldown',
    min: 1,
    max: 20,
    default: 5,
    steps: [1, 2, 3, 4, 5, 6, 8, 10, 15, 20],
  },
  /** How many seconds then pass between two questions. */
  secondsBetween: {
    kind: 'number',
    command: 'cooldown',
    min: 1,
    max: 3600,
    default: 4,
    steps: [1, 2, 4, 6, 10, 15, 20, 30, 60, 120, 300, 600, 1800, 3600],
  },
  /** How confident the bot must be in an answer, the strictest first. */
  strictness: {
    kind: 'choice',
    command: 'strictness',
    choices: ['strict', 'balanced', 'lenient'],
    isRequired: true,
    default: 'balanced',
  },
  /**
   * After how many days without a review an article is called stale, unless the article names a number. After half a year somebody should
   * check whether opening hours and prices still hold.
   */
  staleAfterDays: {
    kind: 'number',
    command: 'stale',
    min: 1,
    max: 3650,
    default: 180,
    steps: [7, 14, 30, 60, 90, 120, 180, 365, 730, 1095, 1825, 3650],
  },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type SettingName = keyof typeof SETTINGS;

/** A sub-command of `/settings` that changes one or several settings. */
export type SettingsCommandName = (typeof SETTINGS)[SettingName]['command'];

type SettingOf<Command> = {
  [Name in SettingName]: (typeof SETTINGS)[Name]['command'] extends Command ? Name : never;
}[SettingName];

/** A setting that has a sub-command to itself. */
export type SoleSettingName = {
  [Name in SettingName]: [SettingOf<(typeof SETTINGS)[Name]['command']>] extends [Name] ? Name : never;
}[SettingName];

/** A setting that holds several channels or roles. */
export type ListSettingName = {
  [Name in SettingName]: (typeof SETTINGS)[Name]['kind'] extends 'channels' | 'roles' ? Name : never;
}[SettingName];

/** Returns whether a setting is a list, of channels or of roles. */
export function isListSetting(name: SettingName): name is ListSettingName {
  const { kind } = SETTINGS[name];
  return kind === 'channels' || kind === 'roles';
}

/** A sub-command that changes several settings. */
export type SharedCommandName = Exclude<SettingsCommandName, (typeof SETTINGS)[SoleSettingName]['command']>;

/** What the moderators of a server have set for it. */
export type ServerSettings = {
  readonly [Name in SettingName]: ValueOfRow<(typeof SETTINGS)[Name]>;
};

/** How confident the bot must be in an answer. */
export type Strictness = ServerSettings['strictness'];

/** The names of all settings, in the order of the table. */
export const SETTING_NAMES: readonly SettingName[] = Object.keys(SETTINGS).filter(isSettingName);

/** The sub-commands of `/settings`, in the order of the table. */
export const SETTINGS_COMMANDS: readonly SettingsCommandName[] = [
  ...new Set(SETTING_NAMES.map((name) => SETTINGS[name].command)),
];

/** The settings of a server that has set nothing. Frozen. */
export const DEFAULT_SETTINGS: ServerSettings = buildSettings((name) => SETTINGS[name].default);

/**
 * Returns frozen settings, each with the value that `choose` returns for it.
 *
 * @throws {TypeError} where a row does not accept its value
 */
export function buildSettings(choose: (name: SettingName) => unknown): ServerSettings {
  const values = Object.fromEntries(SETTING_NAMES.map((name) => [name, choose(name)]));
  if (!areSettings(values)) throw new TypeError('a setting has a value that its row does not accept');
  return Object.freeze(values);
}

/** Returns the names of the settings that a sub-command changes, in the order of the table. */
export function listSettings(command: SettingsCommandName): readonly SettingName[] {
  return SETTING_NAMES.filter((name) => SETTINGS[name].command === command);
}

/** Returns whether values are of the settings of their names, and fit them. */
export function areChanges(values: Readonly<Record<string, unknown>>): values is Partial<ServerSettings> {
  return Object.entries(values).every(
    ([name, value]) => isSettingName(name) && isSettingValue(SETTINGS[name], value),
  );
}

function areSettings(values: Readonly<Record<string, unknown>>): values is ServerSettings {
  return SETTING_NAMES.every((name) => isSettingValue(SETTINGS[name], values[name]));
}

/** Returns whether this version has a setting of this name. */
export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}
