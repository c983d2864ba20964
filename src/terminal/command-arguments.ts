import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserFacingError } from '../requests/kit/user-facing-error.ts';

/** `--knowledge DIR`, which every command takes that reads articles. */
export const KNOWLEDGE_OPTION = { knowledge: { type: 'string' } } as const;

/**
 * Returns the folder that `--knowledge` names; null where it is left out, so that the setting `KNOWLEDGE_DIR` decides.
 *
 * @throws {UserFacingError} `unusable-arguments` where it is empty
 */
export function readFolderOption(
  { knowledge }: { readonly knowledge?: string },
  usage: string,
): string | null {
  if (knowledge === '') throw refuseArguments('--knowledge needs a folder.', usage);
  return knowledge ?? null;
}

const MAX_NUMBER = 9_999_999;

/** An option that takes a whole number, with the lowest and the highest. */
export interface NumberOption {
  /** With its dashes. */
  readonly name: string;
  readonly min: number;
  /** 9,999,999 where it is left out. */
  readonly max?: number;
}

/**
 * Reads the whole number that an option was given.
 *
 * @throws {UserFacingError} `unusable-arguments` where it is none, or out of range
 */
export function readWholeNumber(
  text: string,
  { name, min, max = MAX_NUMBER }: NumberOption,
  usage: string,
): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw refuseArguments(`${name} is “${text}”; it must be a whole number from ${min} to ${max}.`, usage);
}

/**
 * Parses arguments as `parseArgs` of Node.js does.
 *
 * @throws {UserFacingError} `unusable-arguments` with the usage, where they do not fit the options
 */
export function parseArguments<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw refuseArguments(cause instanceof Error ? cause.message : String(cause), usage, cause);
  }
}

/** Returns the error that says what is wrong with the arguments, then the usage. */
export function refuseArguments(message: string, usage: string, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', `${message}\n${usage}`, { cause });
}
