import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserFacingError } from '../requests/kit/user-facing-error.ts';

/** `--knowledge DIR`, as every command takes it that reads articles. */
export const KNOWLEDGE_OPTION = { knowledge: { type: 'string' } } as const;

/**
 * The folder that the option names; null where it is left out and the setting `KNOWLEDGE_DIR` decides.
 *
 * @throws {UserFacingError} `unusable-arguments` where it is empty
 */
export function readFolder({ knowledge }: { readonly knowledge?: string }, usage: string): string | null {
  if (knowledge === '') throw unusableArguments('--knowledge needs a folder.', usage);
  return knowledge ?? null;
}

/**
 * Parses as `parseArgs` does.
 *
 * @throws {UserFacingError} `unusable-arguments` with the usage, where that does not take the arguments
 */
export function parseOrRefuse<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw unusableArguments(cause instanceof Error ? cause.message : String(cause), usage, cause);
  }
}

/** What is wrong with the arguments, then the usage. */
export function unusableArguments(message: string, usage: string, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', `${message}\n${usage}`, { cause });
}
