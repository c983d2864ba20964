import { parseArgs } from 'node:util';
import { DEFAULT_LIMIT } from '../requests/ask.ts';
import { UserFacingError } from '../requests/user-facing-error.ts';

export interface AskArguments {
  readonly json: boolean;
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
  readonly limit: number;
  /** Null where none was given: a conversation on a terminal, otherwise a batch. */
  readonly question: string | null;
}

const MAX_LIMIT = 100;
const USAGE = 'Usage: npm run ask -- [--json] [--knowledge DIR] [--limit N] ["question"]';

/**
 * Reads the arguments of `ask`. Several words without quotes are taken for one question.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseAskArguments(args: readonly string[]): AskArguments {
  const { values, positionals } = parse(args);
  return {
    json: values.json ?? false,
    folder: parseFolder(values.knowledge),
    limit: parseLimit(values.limit ?? String(DEFAULT_LIMIT)),
    question: positionals.length === 0 ? null : positionals.join(' '),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, knowledge: { type: 'string' }, limit: { type: 'string' } },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new UserFacingError('unusable-arguments', `${message}\n${USAGE}`, { cause });
  }
}

function parseFolder(folder: string | undefined): string | null {
  if (folder === '') throw new UserFacingError('unusable-arguments', `--knowledge needs a folder.\n${USAGE}`);
  return folder ?? null;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw new UserFacingError(
    'unusable-arguments',
    `--limit is “${text}”; it must be a whole number from 1 to ${MAX_LIMIT}.\n${USAGE}`,
  );
}
