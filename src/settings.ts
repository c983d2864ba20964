import { resolve } from 'node:path';
import type { Retention } from './requests/retention.ts';
import { UserFacingError } from './requests/user-facing-error.ts';
import { StoreError } from './store/store-error.ts';
import { parseStoreUrl } from './store/store-url.ts';

/** What the operator has set, checked and frozen; read once at start. */
export interface Settings {
  /** The folder of articles. */
  readonly knowledgeDir: string;
  readonly logLevel: LogLevel;
}

export interface DiscordSettings extends Settings {
  /** Never logged. */
  readonly token: string;
  /** Base of Discord's REST interface, without the version. */
  readonly apiUrl: string;
  /** Where commands are registered; null for everywhere. */
  readonly guildId: string | null;
  /** Where what survives a restart is kept; may hold a password, so never logged. */
  readonly databaseUrl: string;
  readonly retention: Retention;
  /** The servers whose moderators look after the folder of articles, which answers in all servers; null where none is named. */
  readonly keeperGuildIds: readonly string[] | null;
  /** Whether the folder of articles is read again by itself when files in it change. */
  readonly autoRefresh: boolean;
}

type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * The settings that every command needs.
 *
 * @throws {UserFacingError} `unusable-settings`, naming every mistake at once
 */
export function readSettings(env: Environment): Settings {
  const mistakes: string[] = [];
  const settings = readShared(env, mistakes);
  refuse(mistakes);
  return Object.freeze(settings);
}

/**
 * The settings that connecting to Discord needs besides.
 *
 * @throws {UserFacingError} `unusable-settings`, naming every mistake at once; a token is never quoted
 */
export function readDiscordSettings(env: Environment): DiscordSettings {
  const mistakes: string[] = [];
  const settings = {
    ...readShared(env, mistakes),
    token: readToken(env['DISCORD_TOKEN'], mistakes),
    apiUrl: readApiUrl(env['DISCORD_API_URL'], mistakes),
    guildId: readGuildId(env['DISCORD_GUILD_ID'], mistakes),
    databaseUrl: readDatabaseUrl(env['DATABASE_URL'], mistakes),
    retention: Object.freeze({
      keepQuestionsDays: readDays(env, 'KEEP_QUESTIONS_DAYS', mistakes),
      keepLeftServersDays: readDays(env, 'KEEP_LEFT_SERVERS_DAYS', mistakes) ?? 30,
    }),
    keeperGuildIds: readKeeperGuildIds(env['KNOWLEDGE_GUILD_IDS'], mistakes),
    autoRefresh: readAutoRefresh(env['AUTO_REFRESH'], mistakes),
  };
  refuse(mistakes);
  return Object.freeze(settings);
}

/** A folder as the caller of `script` means it: npm moves to the project's root before it runs a script. */
export function resolveFromCaller(env: Environment, script: string, folder: string): string {
  const callerDir = env['npm_lifecycle_event'] === script ? env['INIT_CWD'] : undefined;
  return resolve(callerDir ?? '.', folder);
}

function readShared(env: Environment, mistakes: string[]): Settings {
  return {
    knowledgeDir: set(env['KNOWLEDGE_DIR']) ?? 'knowledge',
    logLevel: readLogLevel(env['LOG_LEVEL'], mistakes),
  };
}

function readLogLevel(value: string | undefined, mistakes: string[]): LogLevel {
  const text = set(value) ?? 'info';
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level === undefined)
    mistakes.push(`LOG_LEVEL is “${text}”; it must be one of ${LOG_LEVELS.join(', ')}.`);
  return level ?? 'info';
}

function readToken(value: string | undefined, mistakes: string[]): string {
  const token = set(value);
  if (token === null) {
    mistakes.push(
      'DISCORD_TOKEN is missing. Copy it from the “Bot” page of your application at https://discord.com/developers/applications.',
    );
  } else if (/[\s"']/.test(token)) {
    mistakes.push(
      'DISCORD_TOKEN has a space or a quotation mark in it. Give the token alone, without “Bot” before it.',
    );
  }
  return token ?? '';
}

function readApiUrl(value: string | undefined, mistakes: string[]): string {
  const text = set(value) ?? 'https://discord.com/api';
  const isHttp = URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  if (!isHttp)
    mistakes.push(`DISCORD_API_URL is “${text}”; it must be an http or https address, or left out.`);
  if (/\/v\d+\/*$/.test(text)) mistakes.push('DISCORD_API_URL ends in a version; leave “/v…” away.');
  return text.replace(/\/+$/, '');
}

const GUILD_ID = /^\d{17,20}$/;
const COPY_ID = 'that has 17 to 20 digits (right-click the server, “Copy Server ID”)';

function readGuildId(value: string | undefined, mistakes: string[]): string | null {
  const id = set(value);
  if (id !== null && !GUILD_ID.test(id)) mistakes.push(`DISCORD_GUILD_ID is no server’s id: ${COPY_ID}.`);
  return id;
}

/** Null where it is not set. */
function readKeeperGuildIds(value: string | undefined, mistakes: string[]): readonly string[] | null {
  const text = set(value);
  if (text === null) return null;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const wrong = ids.filter((id) => !GUILD_ID.test(id));
  if (wrong.length > 0 || ids.length === 0) {
    const named = wrong.length === 0 ? `“${text}”` : wrong.map((id) => `“${id}”`).join(', ');
    mistakes.push(
      `KNOWLEDGE_GUILD_IDS: ${named} is no server’s id; ${COPY_ID}, and a comma stands between two.`,
    );
  }
  return Object.freeze(ids);
}

function readDatabaseUrl(value: string | undefined, mistakes: string[]): string {
  const url = set(value) ?? 'data/footnote.db';
  try {
    if (parseStoreUrl(url).kind === 'memory')
      mistakes.push('DATABASE_URL is “:memory:”, where nothing would be kept; give the path of a file.');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    mistakes.push(`DATABASE_URL: ${error.message}`);
  }
  return url;
}

/** Null where it is not set. */
function readDays(env: Environment, name: string, mistakes: string[]): number | null {
  const text = set(env[name]);
  if (text === null) return null;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days < 1)
    mistakes.push(`${name} is “${text}”; it must be a number of days from 1 to 99999, or left out.`);
  return days;
}

function readAutoRefresh(value: string | undefined, mistakes: string[]): boolean {
  const text = (set(value) ?? 'on').toLowerCase();
  if (text !== 'on' && text !== 'off') mistakes.push(`AUTO_REFRESH is “${text}”; it must be “on” or “off”.`);
  return text === 'on';
}

/** A value of white space alone counts as not set, as in `LOG_LEVEL=`. */
function set(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function refuse(mistakes: readonly string[]): void {
  if (mistakes.length === 0) return;
  const list = mistakes.map((mistake) => `\n  • ${mistake}`).join('');
  throw new UserFacingError(
    'unusable-settings',
    `Footnote cannot start; put this right in .env or the environment (see .env.example):${list}`,
  );
}
