import { readFileSync, statSync } from 'node:fs';
import { readErrorCode } from '../files/error-code.ts';
import { type Environment, quoteSafely } from './values.ts';

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
