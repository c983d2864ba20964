import { resolve } from 'node:path';
import { UserFacingError } from '../requests/kit/user-facing-error.ts';
import { findUnusablePaths } from '../requests/starting/find-unusable-paths.ts';
import type { EncoderSettings } from '../requests/starting/open-knowledge.ts';
import type { Retention } from '../requests/starting/retention.ts';
import { StoreError } from '../store/kit/store-error.ts';
import { parseStoreUrl } from '../store/kit/store-url.ts';
import { isDiscordAddress, readApiUrl } from './api-url.ts';
import { findMisspeltVariables, VARIABLES, type Variable } from './misspelt.ts';
import {
  type MetricsAddress,
  readMetricsAddress,
  readProcessName,
  readShards,
  type Shards,
} from './process-settings.ts';
import { nameSecret, readSecretFiles, readToken } from './secrets.ts';
import {
  type Environment,
  type EnvironmentSource,
  readChoice,
  readDays,
  readGuildId,
  readGuildIds,
  readText,
} from './values.ts';

/** The setting that every command that reads articles shares. Settings are checked, frozen and read once, at the start. */
export interface KnowledgeSettings {
  /** The folder of articles. */
  readonly knowledgeDir: string;
}

/** The settings of a command that answers in the terminal. */
export interface AskSettings extends KnowledgeSettings {
  readonly encoders: EncoderSettings;
}

/** The settings for registering the commands with Discord. */
export interface RegistrationSettings {
  /** Never logged. */
  readonly token: string;
  /** The base address of Discord's REST API, without the version. */
  readonly apiUrl: string;
  /** The server to register commands in, or null for all. */
  readonly guildId: string | null;
}

export interface DiscordSettings extends AskSettings, RegistrationSettings {
  readonly logLevel: LogLevel;
  /** The name of this process in the log. */
  readonly processName: string;
  /** Where the store keeps its data. It may hold a password, so it is never logged. */
  readonly databaseUrl: string;
  /** The folder of stored indexes; null where there is none. */
  readonly indexes: string | null;
  readonly retention: Retention;
  /** The servers whose moderators look after the folder of articles, which answers in all servers, or null if none is named. */
  readonly maintainerGuildIds: readonly string[] | null;
  /** Whether the bot refreshes the folder of articles by itself when files change. */
  readonly autoRefresh: boolean;
  readonly shards: Shards;
  /** Where the process serves its health and metrics, or null for nowhere. */
  readonly metrics: MetricsAddress | null;
}

type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_DATABASE = 'data/footnote.db';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Settings, with everything that is wrong with them. The messages hold no secret. */
export interface CheckedSettings<Read> {
  /** Usable only where there are no mistakes. */
  readonly settings: Read;
  readonly mistakes: readonly string[];
}

/** Reads the settings of a command that lists articles. */
export function checkKnowledgeSettings(env: Environment): CheckedSettings<KnowledgeSettings> {
  return checkVariables(env, ['KNOWLEDGE_DIR'], readKnowledge);
}

/** Reads the settings of a command that answers from articles. */
export function checkAskSettings(env: Environment): CheckedSettings<AskSettings> {
  return checkVariables(env, ['KNOWLEDGE_DIR', 'ENCODERS'], (source) => ({
    ...readKnowledge(source),
    encoders: readEncoders(source),
  }));
}

/**
 * Reads the settings of the encoders alone.
 *
 * @throws {UserFacingError} `unusable-settings`
 */
export function requireEncoderSettings(env: Environment): EncoderSettings {
  const { settings, mistakes } = checkVariables(env, ['ENCODERS'], readEncoders);
  refuseMistakes(mistakes, env);
  return settings;
}

/**
 * Reads where the database is.
 *
 * @throws {UserFacingError} `unusable-settings`
 */
export function requireDatabaseUrl(env: Environment): string {
  const { settings, mistakes } = checkVariables(env, ['DATABASE_URL', 'DATABASE_URL_FILE'], readDatabaseUrl);
  refuseMistakes(mistakes, env);
  return settings;
}

/** Reads the settings for registering the commands. */
export function checkRegistrationSettings(env: Environment): CheckedSettings<RegistrationSettings> {
  return checkVariables(
    env,
    ['DISCORD_TOKEN', 'DISCORD_TOKEN_FILE', 'DISCORD_API_URL', 'DISCORD_GUILD_ID'],
    readRegistration,
  );
}

/** Reads the settings for running the bot. */
export function checkDiscordSettings(env: Environment): CheckedSettings<DiscordSettings> {
  return checkVariables(env, VARIABLES, (source) => ({
    ...readKnowledge(source),
    logLevel: readChoice(source, 'LOG_LEVEL', { choices: LOG_LEVELS, fallback: 'info' }),
    processName: readProcessName(source),
    ...readRegistration(source),
    databaseUrl: readDatabaseUrl(source),
    indexes: locateBeside(readText(source, 'DATABASE_URL') ?? DEFAULT_DATABASE, 'indexes'),
    retention: Object.freeze({
      keepQuestionsDays: readDays(source, 'KEEP_QUESTIONS_DAYS'),
      keepLeftServersDays: readDays(source, 'KEEP_LEFT_SERVERS_DAYS') ?? 30,
    }),
    maintainerGuildIds: readGuildIds(source, 'KNOWLEDGE_GUILD_IDS'),
    autoRefresh: readChoice(source, 'AUTO_REFRESH', { choices: ['on', 'off'], fallback: 'on' }) === 'on',
    shards: readShards(source),
    metrics: readMetricsAddress(source),
    encoders: readEncoders(source),
  }));
}

/**
 * Throws one report of all mistakes; returns where there are none.
 *
 * @throws {UserFacingError} `unusable-settings`, naming every mistake at once
 */
export function refuseMistakes(mistakes: readonly string[], env: Environment): void {
  if (mistakes.length === 0) return;
  const list = listMistakes(mistakes, env)
    .map((mistake) => `\n  • ${mistake}`)
    .join('');
  throw new UserFacingError(
    'unusable-settings',
    `Some settings cannot be used. Correct them in .env or the environment (see .env.example):${list}`,
  );
}

/** Returns mistakes as they may be shown: without the token, which may stand in another variable. */
export function listMistakes(mistakes: readonly string[], env: Environment): readonly string[] {
  return mistakes.map((mistake) => hideToken(mistake, env));
}

/**
 * Returns the settings after checking them and the paths that they name.
 *
 * @throws {UserFacingError} `unusable-settings`, naming every mistake at once
 */
export async function requireUsable<
  Read extends { readonly knowledgeDir: string; readonly databaseUrl?: string },
>({ settings, mistakes }: CheckedSettings<Read>, env: Environment): Promise<Read> {
  const { knowledgeDir, databaseUrl = null } = settings;
  refuseMistakes(await findUnusablePaths({ knowledgeDir, databaseUrl }, mistakes), env);
  return settings;
}

const TOKEN_SHAPE = /[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g;
/** A shorter value is no token, and may be part of a word. */
const SHORTEST_TOKEN = 8;

/** Hides the token in a message: an operator may have set another variable, such as `KNOWLEDGE_DIR`, to it by mistake. */
function hideToken(mistake: string, env: Environment): string {
  const token = readSecretFiles(env).env['DISCORD_TOKEN']?.trim() ?? '';
  const cleaned = mistake.replace(TOKEN_SHAPE, '[secret]');
  return token.length < SHORTEST_TOKEN ? cleaned : cleaned.replaceAll(token, '[secret]');
}

/** Resolves a folder from the caller's working directory: npm moves to the project's root before it runs a script. */
export function resolveFromCaller(env: Environment, script: string, folder: string): string {
  const callerDir = env['npm_lifecycle_event'] === script ? env['INIT_CWD'] : undefined;
  return resolve(callerDir ?? '.', folder);
}

function checkVariables<Read>(
  env: Environment,
  variables: readonly Variable[],
  read: (source: EnvironmentSource) => Read,
): CheckedSettings<Read> {
  const secrets = readSecretFiles(env);
  const mistakes = secrets.mistakes
    .filter(({ variable }) => variables.includes(variable))
    .map(({ message }) => message);
  const settings = Object.freeze(read({ env: secrets.env, mistakes }));
  return { settings, mistakes: [...mistakes, ...findMisspeltVariables(env, variables)] };
}

function readKnowledge(source: EnvironmentSource): KnowledgeSettings {
  return { knowledgeDir: readText(source, 'KNOWLEDGE_DIR') ?? 'knowledge' };
}

function readEncoders(source: EnvironmentSource): EncoderSettings {
  const isOn = readChoice(source, 'ENCODERS', { choices: ['on', 'off'], fallback: 'on' }) === 'on';
  return Object.freeze({
    isOn,
    vectors: locateBeside(readText(source, 'DATABASE_URL') ?? DEFAULT_DATABASE, 'vectors'),
  });
}

/**
 * Returns the path with this ending beside the file of the database, or where that file would be; null without files. Whoever opens the
 * database reports a wrong address.
 */
function locateBeside(databaseUrl: string, ending: string): string | null {
  try {
    const location = parseStoreUrl(databaseUrl);
    const file = location.kind === 'postgres' ? parseStoreUrl(DEFAULT_DATABASE) : location;
    return file.kind === 'file' ? `${file.path}.${ending}` : null;
  } catch {
    return null;
  }
}

function readRegistration(source: EnvironmentSource): RegistrationSettings {
  const apiUrl = readText(source, 'DISCORD_API_URL');
  return {
    token: readToken(source, { isOfDiscord: apiUrl === null || isDiscordAddress(apiUrl) }),
    apiUrl: readApiUrl(source),
    guildId: readGuildId(source, 'DISCORD_GUILD_ID'),
  };
}

function readDatabaseUrl(source: EnvironmentSource): string {
  const url = readText(source, 'DATABASE_URL') ?? DEFAULT_DATABASE;
  if (url.replace(TOKEN_SHAPE, '') === '') {
    source.mistakes.push(
      `${nameSecret(source.env, 'DATABASE_URL')} is a token of Discord. Set it to the path of a file, or the address of a PostgreSQL database.`,
    );
    return DEFAULT_DATABASE;
  }
  try {
    if (parseStoreUrl(url).kind === 'memory')
      source.mistakes.push('DATABASE_URL is “:memory:”, which would save nothing; give the path of a file.');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    source.mistakes.push(`${nameSecret(source.env, 'DATABASE_URL')}: ${error.message}`);
  }
  return url;
}
