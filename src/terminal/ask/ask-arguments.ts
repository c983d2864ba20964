import { DEFAULT_LIMIT } from '../../serving/asking/ask-request.ts';
import {
  KNOWLEDGE_OPTION,
  parseArguments,
  readFolderOption,
  readWholeNumber,
  refuseArguments,
} from '../command-arguments.ts';

export interface AskArguments {
  readonly json: boolean;
  /** Whether to explain how the answer was found, too. */
  readonly explain: boolean;
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
  readonly limit: number;
  /** Null where none was given: then a conversation in a terminal, otherwise a batch. */
  readonly question: string | null;
}

const LIMIT = { name: '--limit', min: 1, max: 100 };
const USAGE = 'Usage: npm run ask -- [--json | --explain] [--knowledge DIR] [--limit N] ["question"]';
const OPTIONS = {
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  ...KNOWLEDGE_OPTION,
  limit: { type: 'string' },
} as const;

/**
 * Reads the arguments of `ask`. Several words without quotes form one question.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseAskArguments(args: readonly string[]): AskArguments {
  const config = { args: [...args], allowPositionals: true, options: OPTIONS } as const;
  const { values, positionals } = parseArguments(config, USAGE);
  if (values.explain === true && (values.json === true || positionals.length === 0))
    throw refuseArguments('--explain needs a question, and goes not with --json.', USAGE);
  return {
    json: values.json ?? false,
    explain: values.explain ?? false,
    folder: readFolderOption(values, USAGE),
    limit: readWholeNumber(values.limit ?? String(DEFAULT_LIMIT), LIMIT, USAGE),
    question: positionals.length === 0 ? null : positionals.join(' '),
  };
}
