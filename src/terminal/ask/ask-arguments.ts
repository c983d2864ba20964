import { DEFAULT_LIMIT } from '../../serving/asking/ask-request.ts';
import { KNOWLEDGE_OPTION, parseOrRefuse, readFolder, unusableArguments } from '../knowledge-option.ts';

export interface AskArguments {
  readonly json: boolean;
  /** Whether to tell how the answer came about, too. */
  readonly explain: boolean;
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
  readonly limit: number;
  /** Null where none was given: a conversation on a terminal, otherwise a batch. */
  readonly question: string | null;
}

const MAX_LIMIT = 100;
const USAGE = 'Usage: npm run ask -- [--json | --explain] [--knowledge DIR] [--limit N] ["question"]';
const OPTIONS = {
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  ...KNOWLEDGE_OPTION,
  limit: { type: 'string' },
} as const;

/**
 * Reads the arguments of `ask`. Several words without quotes are taken for one question.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseAskArguments(args: readonly string[]): AskArguments {
  const config = { args: [...args], allowPositionals: true, options: OPTIONS } as const;
  const { values, positionals } = parseOrRefuse(config, USAGE);
  if (values.explain === true && (values.json === true || positionals.length === 0))
    throw unusableArguments('--explain needs a question, and goes not with --json.', USAGE);
  return {
    json: values.json ?? false,
    explain: values.explain ?? false,
    folder: readFolder(values, USAGE),
    limit: parseLimit(values.limit ?? String(DEFAULT_LIMIT)),
    question: positionals.length === 0 ? null : positionals.join(' '),
  };
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 1 && limit <= MAX_LIMIT) return limit;
  const message = `--limit is “${text}”; it must be a whole number from 1 to ${MAX_LIMIT}.`;
  throw unusableArguments(message, USAGE);
}
