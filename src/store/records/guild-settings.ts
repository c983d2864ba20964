import { anyOf, count, id, ids, type Reader, truth } from './guild-setting-readers.ts';
import type { GuildChange, GuildValueRecords } from './guild-values.ts';

/** What the moderators of a server have set for it. */
export interface GuildSettings {
  /** The channel where people answer what the bot cannot; null where none was chosen. */
  readonly humanChannelId: string | null;
  /** The role to call there; null where none was chosen. */
  readonly humanRoleId: string | null;
  /** The channel where refreshes and changed settings are told; null where none was chosen. */
  readonly logChannelId: string | null;
  /** Whoever has one of these roles is a moderator, whatever their permissions. */
  readonly moderatorRoleIds: readonly string[];
  /** Channels, and categories of them, where the bot says something that all can read; empty for everywhere. */
  readonly speakChannelIds: readonly string[];
  /** Whether it answers those who mention it. */
  readonly answersMentions: boolean;
  /** Of the channels where it speaks those where it answers mentions; empty for all. */
  readonly mentionChannelIds: readonly string[];
  /** Whether an answer is for the asker alone where they do not say. */
  readonly isPrivateByDefault: boolean;
  /** So many questions in a row a member may ask in a channel, 1 to 20, */
  readonly questionsInARow: number;
  /** and then one every so many seconds, 1 to 3,600. */
  readonly secondsBetween: number;
  /** How sure of an answer the bot has to be. */
  readonly strictness: 'strict' | 'balanced' | 'lenient';
  /** The language it speaks to all of the server, one of the interface; null for that of each. */
  readonly language: 'en' | 'ru' | 'de' | 'es' | 'fr' | null;
  /** After so many days nobody has looked after an article, 1 to 3,650, it is called stale, unless the article says how many. */
  readonly staleAfterDays: number;
}

interface LogChannel {
  readonly guildId: string;
  readonly channelId: string;
}

/** The settings of each server. Ones that this version does not know, left by another, are kept as they are. */
export interface GuildSettingsRecords {
  /** Frozen; defaults for what was never set, or cannot be read. */
  read(guildId: string): Promise<GuildSettings>;
  /** The channels of all servers that have chosen one for what moderators do. */
  listLogChannels(): Promise<readonly LogChannel[]>;
  /** Sets what `changes` names, all or nothing, and gives the changes that were made: none where all was set so already. */
  change(guildId: string, byId: string, changes: Partial<GuildSettings>): Promise<readonly GuildChange[]>;
}

/** What a server has that has set nothing. */
export const DEFAULT_SETTINGS: GuildSettings = Object.freeze({
  humanChannelId: null,
  humanRoleId: null,
  logChannelId: null,
  moderatorRoleIds: [],
  speakChannelIds: [],
  answersMentions: true,
  mentionChannelIds: [],
  isPrivateByDefault: false,
  // Enough for a conversation, too little to fill a channel.
  questionsInARow: 5,
  secondsBetween: 4,
  strictness: 'balanced',
  language: null,
  // After half a year somebody should look whether opening hours and prices still hold.
  staleAfterDays: 180,
});

/** How each is read; undefined for what is none, edited by hand or left by another version. */
const READERS: { readonly [Name in keyof GuildSettings]: Reader<GuildSettings[Name]> } = {
  humanChannelId: id,
  humanRoleId: id,
  logChannelId: id,
  moderatorRoleIds: ids,
  speakChannelIds: ids,
  answersMentions: truth,
  mentionChannelIds: ids,
  isPrivateByDefault: truth,
  questionsInARow: count(20),
  secondsBetween: count(3600),
  strictness: anyOf('strict', 'balanced', 'lenient'),
  language: anyOf('en', 'ru', 'de', 'es', 'fr', null),
  staleAfterDays: count(3650),
};

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createGuildSettingsRecords(values: GuildValueRecords): GuildSettingsRecords {
  return {
    read: (guildId) => readSettings(values, guildId),
    async listLogChannels() {
      const all = await values.listAcrossGuilds('setting', 'logChannelId');
      return all.flatMap(({ guildId, value }) => {
        const channelId = READERS.logChannelId(parse(value)) ?? null;
        return channelId === null ? [] : [{ guildId, channelId }];
      });
    },
    async change(guildId, byId, changes) {
      const now = new Map<string, unknown>(Object.entries(await readSettings(values, guildId)));
      // What is as at first, and was never set, needs no value.
      const isNews = (name: string, value: unknown): boolean =>
        now.has(name) && value !== undefined && JSON.stringify(value) !== JSON.stringify(now.get(name));
      const wishes = Object.entries(changes)
        .filter(([name, value]) => isNews(name, value))
        .map(([name, value]) => ({ kind: 'setting', name, value: JSON.stringify(value) }) as const);
      return values.change(guildId, byId, wishes);
    },
  };
}

async function readSettings(values: GuildValueRecords, guildId: string): Promise<GuildSettings> {
  const kept = new Map(
    (await values.list(guildId, 'setting')).map(({ name, value }) => [name, parse(value)]),
  );
  const read = <Name extends keyof GuildSettings>(name: Name): GuildSettings[Name] =>
    READERS[name](kept.get(name)) ?? DEFAULT_SETTINGS[name];
  return Object.freeze({
    humanChannelId: read('humanChannelId'),
    humanRoleId: read('humanRoleId'),
    logChannelId: read('logChannelId'),
    moderatorRoleIds: read('moderatorRoleIds'),
    speakChannelIds: read('speakChannelIds'),
    answersMentions: read('answersMentions'),
    mentionChannelIds: read('mentionChannelIds'),
    isPrivateByDefault: read('isPrivateByDefault'),
    questionsInARow: read('questionsInARow'),
    secondsBetween: read('secondsBetween'),
    strictness: read('strictness'),
    language: read('language'),
    staleAfterDays: read('staleAfterDays'),
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Edited by hand: as good as never set.
    return undefined;
  }
}
