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
  /** How many matches to bring, or null where none was given. */
  readonly limit: number | null;
  /** Null where none was given: then a conversation in a terminal, otherwise a batch. */
  readonly question: string | null;
}

const LIMIT = { name: '--limit', min: 1, max: 100 };

export const ASK_SYNTAX = {
  name: 'ask',
  forms: [
    { operands: '["question"]', help: 'one answer; a conversation without a question' },
    {
      operands: '',
      call: 'npm run --silent ask < FILE',
      help: 'reads one question per line, prints one JSON object per line',
    },
  ],
  options: {
    ...KNOWLEDGE_OPTION,
    limit: {
      type: 'string',
      value: 'N',
      help: 'how many matches to bring, 1 to 100',
      fallback: String(DEFAULT_LIMIT),
    },
    json: { type: 'boolean', help: 'one JSON object for each question' },
    explain: { type: 'boolean', help: 'also how the answer came about; not together with --json' },
  },
  examples: [
    'npm run ask -- "When does the library open?"',
    'npm run --silent ask -- --json --knowledge ./articles "When does the library open?"',
  ],
  dashHint: 'Put a second “--” before a question that begins with a dash: npm run ask -- -- "-5 degrees?"',
} as const;

/**
 * Reads the arguments of `ask`. Several words without quotes form one question.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseAskArguments(args: readonly string[]): AskArguments {
  const { values, positionals } = parseArguments(args, ASK_SYNTAX);
  if (values.explain === true && (values.json === true || positionals.length === 0))
    throw refuseArguments('--explain needs a question, and cannot be combined with --json.', ASK_SYNTAX);
  return {
    json: values.json ?? false,
    explain: values.explain ?? false,
    folder: readFolderOption(values, ASK_SYNTAX),
    limit: values.limit === undefined ? null : readWholeNumber(values.limit, LIMIT, ASK_SYNTAX),
    question: positionals.length === 0 ? null : positionals.join(' '),
  };
}
