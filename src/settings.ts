import { resolve } from 'node:path';
import { UserFacingError } from './requests/kit/user-facing-error.ts';
import type { EncoderSettings } from './requests/starting/open-knowledge.ts';
import type { Retention } from './requests/starting/retention.ts';
import { isDiscordItself, readApiUrl } from './settings/api-url.ts';
import { findMisspelt, VARIABLES, type Variable } from './settings/misspelt.ts';
import { readShards, type Shards } from './settings/shards.ts';
import { readToken } from './settings/token.ts';
import {
  type Environment,
  readChoice,
  readDays,
  readGuildId,
  readGuildIds,
  readText,
  type SettingsReader,
} from './settings/values.ts';
import { StoreError } from './store/kit/store-error.ts';
import { parseStoreUrl } from './store/sqlite/store-url.ts';

/** What the operator has set, checked and frozen; read once at start. */
export interface Settings {
  /** The folder of articles. */
  readonly knowledgeDir: string;
  readonly logLevel: LogLevel;
}

/** What registering the commands needs. */
export interface RegistrationSettings {
  /** Never logged. */
  readonly token: string;
  /** Base of Discord's REST interface, without the version. */
  readonly apiUrl: string;
  /** Where commands are registered; null for everywhere. */
  readonly guildId: string | null;
}

export interface DiscordSettings extends Settings, RegistrationSettings {
  /** Where what survives a restart is kept; may hold a password, so never logged. */
  readonly databaseUrl: string;
  readonly retention: Retention;
  /** The servers whose moderators look after the folder of articles, which answers in all servers; null where none is named. */
  readonly maintainerGuildIds: readonly string[] | null;
  /** Whether the folder of articles is read again by itself when files in it change. */
  readonly autoRefresh: boolean;
  readonly shards: Shards;
  readonly encoders: EncoderSettings;
}

type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_DATABASE = 'data/footnote.db';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** What was read, and everything that is wrong with it, in words that hold no secret. */
export interface CheckedSettings<Read> {
  /** Usable only where there are no mistakes. */
  readonly settings: Read;
  readonly mistakes: readonly string[];
}

/** The settings that every command needs which reads articles. */
export function checkSettings(env: Environment): CheckedSettings<Settings> {
  return check(env, ['KNOWLEDGE_DIR', 'LOG_LEVEL'], readShared);
}

/** Whether and how questions are understood, whatever else is set. */
export function checkEncoderSettings(env: Environment): CheckedSettings<EncoderSettings> {
  return check(env, ['ENCODERS'], readEncoders);
}

/** The settings that registering commands needs. */
export function checkRegistrationSettings(env: Environment): CheckedSettings<RegistrationSettings> {
  return check(env, ['DISCORD_TOKEN', 'DISCORD_API_URL', 'DISCORD_GUILD_ID'], readRegistration);
}

/** The settings that running the bot needs. */
export function checkDiscordSettings(env: Environment): CheckedSettings<DiscordSettings> {
  return check(env, VARIABLES, (reader) => ({
    ...readShared(reader),
    ...readRegistration(reader),
    databaseUrl: readDatabaseUrl(reader),
    retention: Object.freeze({
      keepQuestionsDays: readDays(reader, 'KEEP_QUESTIONS_DAYS'),
      keepLeftServersDays: readDays(reader, 'KEEP_LEFT_SERVERS_DAYS') ?? 30,
    }),
    maintainerGuildIds: readGuildIds(reader, 'KNOWLEDGE_GUILD_IDS'),
    autoRefresh: readChoice(reader, 'AUTO_REFRESH', { choices: ['on', 'off'], fallback: 'on' }) === 'on',
    shards: readShards(reader),
    encoders: readEncoders(reader),
  }));
}

/**
 * Ends with one report where anything is wrong.
 *
 * @throws {UserFacingError} `unusable-settings`, naming every mistake at once
 */
export function refuseMistakes(mistakes: readonly string[], env: Environment): void {
  if (mistakes.length === 0) return;
  const list = mistakes.map((mistake) => `\n  • ${withoutToken(mistake, env)}`).join('');
  throw new UserFacingError(
    'unusable-settings',
    `Footnote cannot start; put this right in .env or the environment (see .env.example):${list}`,
  );
}

const TOKEN_SHAPE = /[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g;
/** A shorter one is no token, and may be part of a word. */
const SHORTEST_TOKEN = 8;

/** A token that was put behind another variable, such as `KNOWLEDGE_DIR`, is not repeated either. */
function withoutToken(mistake: string, env: Environment): string {
  const token = env['DISCORD_TOKEN']?.trim() ?? '';
  const cleaned = mistake.replace(TOKEN_SHAPE, '[secret]');
  return token.length < SHORTEST_TOKEN ? cleaned : cleaned.replaceAll(token, '[secret]');
}

/** A folder as the caller of `script` means it: npm moves to the project's root before it runs a script. */
export function resolveFromCaller(env: Environment, script: string, folder: string): string {
  const callerDir = env['npm_lifecycle_event'] === script ? env['INIT_CWD'] : undefined;
  return resolve(callerDir ?? '.', folder);
}

function check<Read>(
  env: Environment,
  concerned: readonly Variable[],
  read: (reader: SettingsReader) => Read,
): CheckedSettings<Read> {
  const mistakes: string[] = [];
  const settings = Object.freeze(read({ env, mistakes }));
  return { settings, mistakes: [...mistakes, ...findMisspelt(env, concerned)] };
}

function readShared(reader: SettingsReader): Settings {
  return {
    knowledgeDir: readText(reader, 'KNOWLEDGE_DIR') ?? 'knowledge',
    logLevel: readChoice(reader, 'LOG_LEVEL', { choices: LOG_LEVELS, fallback: 'info' }),
  };
}

function readEncoders(reader: SettingsReader): EncoderSettings {
  const isOn = readChoice(reader, 'ENCODERS', { choices: ['on', 'off'], fallback: 'on' }) === 'on';
  return Object.freeze({
    isOn,
    vectors: vectorsBeside(readText(reader, 'DATABASE_URL') ?? DEFAULT_DATABASE),
  });
}

/** Vectors are kept beside the database; what is wrong with its address is told by whoever needs a database. */
function vectorsBeside(databaseUrl: string): string | null {
  try {
    const place = parseStoreUrl(databaseUrl);
    return place.kind === 'file' ? `${place.path}.vectors` : null;
  } catch {
    return null;
  }
}

function readRegistration(reader: SettingsReader): RegistrationSettings {
  const apiUrl = readText(reader, 'DISCORD_API_URL');
  return {
    token: readToken(reader, { isOfDiscord: apiUrl === null || isDiscordItself(apiUrl) }),
    apiUrl: readApiUrl(reader),
    guildId: readGuildId(reader, 'DISCORD_GUILD_ID'),
  };
}

function readDatabaseUrl(reader: SettingsReader): string {
  const url = readText(reader, 'DATABASE_URL') ?? DEFAULT_DATABASE;
  try {
    if (parseStoreUrl(url).kind === 'memory')
      reader.mistakes.push(
        'DATABASE_URL is “:memory:”, where nothing would be kept; give the path of a file.',
      );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    reader.mistakes.push(`DATABASE_URL: ${error.message}`);
  }
  return url;
}
