import { readFileSync, statSync } from 'node:fs';
import { readErrorCode } from '../kit/system.ts';
import { type Environment, type EnvironmentSource, quoteSafely, readText } from './values.ts';

/** The variables whose value may stand in a file, which the variable with `_FILE` at its end names: secrets of containers are files. */
const SECRETS = ['DISCORD_TOKEN', 'DATABASE_URL'] as const;
type Secret = (typeof SECRETS)[number];

/** Longer than any token or address; a path set by mistake may lead to a large file. */
const MAX_BYTES = 16 * 1024;

/** An environment with the secrets that were read from files, and a message for each file that cannot be used. */
export interface ReadSecrets {
  readonly env: Environment;
  readonly mistakes: readonly { readonly variable: Secret; readonly message: string }[];
}

/** Reads the secrets that stand in files. White space around a value does not count, so neither does a line break at its end. */
export function readSecretFiles(env: Environment): ReadSecrets {
  const values: Record<string, string> = {};
  const mistakes: { variable: Secret; message: string }[] = [];
  for (const variable of SECRETS) {
    const path = env[`${variable}_FILE`]?.trim() ?? '';
    if (path === '') continue;
    const found = isSet(env, variable) ? { mistake: explainBothSet(variable) } : readSecret(variable, path);
    if ('mistake' in found) mistakes.push({ variable, message: found.mistake });
    else values[variable] = found.value;
  }
  return { env: Object.keys(values).length === 0 ? env : { ...env, ...values }, mistakes };
}

/** Returns how messages name the place that a secret comes from: the variable itself, or the file of the other. */
export function nameSecret(env: Environment, variable: Secret): string {
  const file = `${variable}_FILE`;
  return isSet(env, file) ? `The file that ${file} names` : variable;
}

/** Returns whether a variable is set to more than white space. */
function isSet(env: Environment, name: string): boolean {
  return (env[name]?.trim() ?? '') !== '';
}

function explainBothSet(variable: Secret): string {
  return `${variable} and ${variable}_FILE are both set. Remove one of them.`;
}

type Found = { readonly value: string } | { readonly mistake: string };

function readSecret(variable: Secret, path: string): Found {
  const name = `${variable}_FILE`;
  const remedy = `Give the path of a file that holds the value of ${variable} alone.`;
  try {
    const found = statSync(path);
    // Reading a named pipe would wait for a writer.
    if (!found.isFile()) return { mistake: `${name}: ${quoteSafely(path)} is not a file. ${remedy}` };
    if (found.size > MAX_BYTES)
      return { mistake: `${name}: ${quoteSafely(path)} is too large for a secret. ${remedy}` };
    const value = readFileSync(path, 'utf8').trim();
    return value === '' ? { mistake: `${name}: ${quoteSafely(path)} is empty. ${remedy}` } : { value };
  } catch (error) {
    const why =
      readErrorCode(error) === 'ENOENT' ? 'does not exist' : `cannot be read (${readErrorCode(error)})`;
    return {
      mistake: `${name}: ${quoteSafely(path)} ${why}. ${remedy} The bot’s user must be allowed to read it.`,
    };
  }
}

/** Where Discord shows a bot's token and switches. */
export const BOT_PAGE = 'the “Bot” page of your application at https://discord.com/developers/applications';
const TOKEN = 'DISCORD_TOKEN';
/** Names that other bots use for the token. */
const OTHER_NAMES = ['DISCORD_BOT_TOKEN', 'BOT_TOKEN', 'TOKEN'];

/**
 * Reads the bot's token; returns an empty text where it is missing. No message repeats any part of it.
 *
 * @param isOfDiscord whether Discord itself issues it; test servers may issue tokens of any shape
 */
export function readToken(
  source: EnvironmentSource,
  { isOfDiscord }: { readonly isOfDiscord: boolean },
): string {
  const token = readText(source, TOKEN);
  // What is wrong with the file itself is among the mistakes already.
  if (token === null && readText(source, `${TOKEN}_FILE`) !== null) return '';
  const wrong =
    token === null ? null : (findWrongCharacter(token) ?? (isOfDiscord ? findWrongShape(token) : null));
  if (token === null) source.mistakes.push(describeMissing(source));
  if (wrong !== null) source.mistakes.push(`${nameSecret(source.env, TOKEN)} ${wrong}`);
  return token ?? '';
}

function describeMissing(source: EnvironmentSource): string {
  const other = OTHER_NAMES.find((name) => readText(source, name) !== null);
  const hint = other === undefined ? '' : ` ${other} is set, but Footnote does not read it.`;
  return `${TOKEN} is missing.${hint} Copy it from ${BOT_PAGE}, or set ${TOKEN}_FILE to a file that holds it.`;
}

/** Returns the end of a message where the text has a character that no token has. Such characters break the HTTP header, or Discord refuses them. */
function findWrongCharacter(token: string): string | null {
  if (/^(?:bot|bearer)\s/i.test(token))
    return `begins with a word before the token. Give the token alone, without “Bot” before it.`;
  if (/["'`“”‘’«»]/.test(token))
    return `has a quotation mark in it. Give the token alone, without quotation marks.`;
  if (/[^\S\ufeff]/.test(token)) return `has a space or a line break in it. Give the token alone.`;
  if (/[\p{Cc}\p{Cf}]/u.test(token))
    return `has an invisible character in it, which copying from a web page or chat may add. Copy it again from ${BOT_PAGE}.`;
  if (/[^\w.-]/.test(token))
    return `has a character in it that no token has: tokens have only A–Z, a–z, 0–9, “.”, “_” and “-”, and no letters of other alphabets. Copy it again from ${BOT_PAGE}.`;
  return null;
}

/** Returns the end of a message where the text is something that Discord shows near the token, or no token for another reason. */
function findWrongShape(token: string): string | null {
  const what = recogniseOtherValue(token);
  return what === null ? null : `${what}. Copy the token from ${BOT_PAGE} (“Reset Token” shows a new one).`;
}

function recogniseOtherValue(token: string): string | null {
  if (/^\d{17,20}$/.test(token)) return 'is the id of an application, a server or a user';
  if (/^[\da-f]{64}$/i.test(token)) return 'is the public key of an application';
  const [id = '', ...rest] = token.split('.');
  const isWhole = rest.length === 2 && rest.every((part) => part.length >= 5) && token.length >= 50;
  if (!isWhole)
    return 'is not a complete token, which has three parts separated by “.” and some 70 characters';
  const isOfUser = /^\d{17,20}$/.test(Buffer.from(id, 'base64url').toString('latin1'));
  return isOfUser ? null : 'does not begin with a bot’s id';
}
