import { SETTINGS, type Strictness } from '../../server-settings/settings-table.ts';
import { parseArguments, readWholeNumber, refuseArguments } from '../../terminal/command-arguments.ts';

export interface EvaluateArguments {
  /** Files of question sets, folders with some, or folders of articles that a set lies beside. */
  readonly paths: readonly string[];
  /** The set whose articles all questions are asked of, or null if each set has its own. */
  readonly base: string | null;
  /** The set whose answerable questions give the confidence from which questions are kept, or null for `base`. */
  readonly keep: string | null;
  /** Decides which questions are answered and refused, and nothing else. */
  readonly strictness: Strictness;
  /** Whether the peers are asked the same questions. */
  readonly isAgainstPeers: boolean;
  /** How many questions of each set are asked at most, evenly spaced; infinite for all. */
  readonly sample: number;
  /** How many wrong answers to print for each set. */
  readonly misses: number;
}

const DEFAULT_STRICTNESS: Strictness = 'balanced';
const DEFAULT_MISSES = '0';

export const EVALUATE_SYNTAX = {
  name: 'evaluate',
  forms: [{ operands: 'SET…', help: 'how well the questions of a set are answered' }],
  options: {
    base: {
      type: 'string',
      value: 'SET',
      help: 'ask that set’s articles, where none has an answer',
      fallback: 'each set’s own articles',
    },
    keep: {
      type: 'string',
      value: 'SET',
      help: 'refuse from the confidence on that keeps 95 % of that set’s questions',
      fallback: 'the set of --base',
    },
    strictness: {
      type: 'string',
      value: 'STEP',
      help: SETTINGS.strictness.choices.join(', '),
      fallback: DEFAULT_STRICTNESS,
    },
    against: { type: 'boolean', help: 'ask minisearch and fuse.js too' },
    sample: { type: 'string', value: 'N', help: 'ask at most N questions of each set', fallback: 'all' },
    misses: {
      type: 'string',
      value: 'N',
      help: 'print N wrong answers of each set at most',
      fallback: DEFAULT_MISSES,
    },
  },
  examples: ['npm run evaluate -- sets/library.json', 'npm run evaluate -- --misses 3 sets'],
} as const;

/**
 * Reads the arguments of `evaluate`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments {
  const { values, positionals } = parseArguments(args, EVALUATE_SYNTAX);
  if (positionals.length === 0)
    throw refuseArguments('Name at least one question set: a file, or a folder with some.', EVALUATE_SYNTAX);
  return {
    paths: positionals,
    base: values.base ?? null,
    keep: values.keep ?? null,
    strictness: readStrictness(values.strictness ?? DEFAULT_STRICTNESS),
    isAgainstPeers: values.against ?? false,
    sample:
      values.sample === undefined
        ? Number.POSITIVE_INFINITY
        : readWholeNumber(values.sample, { name: '--sample', min: 1 }, EVALUATE_SYNTAX),
    misses: readWholeNumber(values.misses ?? DEFAULT_MISSES, { name: '--misses', min: 0 }, EVALUATE_SYNTAX),
  };
}

function readStrictness(text: string): Strictness {
  const { choices } = SETTINGS.strictness;
  const strictness = choices.find((each) => each === text);
  if (strictness === undefined)
    throw refuseArguments(
      `--strictness is “${text}”; it must be one of ${choices.join(', ')}.`,
      EVALUATE_SYNTAX,
    );
  return strictness;
}
