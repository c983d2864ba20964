import { SETTINGS, type Strictness } from '../../server-settings/settings-table.ts';
import { parseArguments, readWholeNumber, refuseArguments } from '../../terminal/command-arguments.ts';

export interface EvaluateArguments {
  /** Files of question sets, folders with some, or folders of articles that a set lies beside. */
  readonly paths: readonly string[];
  /** The set whose articles all questions are asked of; null where each set has its own. */
  readonly base: string | null;
  /** The set whose answerable questions give the confidence from which questions are kept; null for `base`. */
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

const USAGE =
  'Usage: npm run evaluate -- SET… [--base SET] [--keep SET] [--strictness STEP] [--against] [--sample N] [--misses N]';

const OPTIONS = {
  base: { type: 'string' },
  keep: { type: 'string' },
  strictness: { type: 'string' },
  against: { type: 'boolean' },
  sample: { type: 'string' },
  misses: { type: 'string' },
} as const;

/**
 * Reads the arguments of `evaluate`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments {
  const config = { args: [...args], allowPositionals: true, options: OPTIONS } as const;
  const { values, positionals } = parseArguments(config, USAGE);
  if (positionals.length === 0)
    throw refuseArguments('Name at least one question set: a file, or a folder with some.', USAGE);
  return {
    paths: positionals,
    base: values.base ?? null,
    keep: values.keep ?? null,
    strictness: readStrictness(values.strictness ?? 'balanced'),
    isAgainstPeers: values.against ?? false,
    sample:
      values.sample === undefined
        ? Number.POSITIVE_INFINITY
        : readWholeNumber(values.sample, { name: '--sample', min: 1 }, USAGE),
    misses: readWholeNumber(values.misses ?? '0', { name: '--misses', min: 0 }, USAGE),
  };
}

function readStrictness(text: string): Strictness {
  const { choices } = SETTINGS.strictness;
  const strictness = choices.find((each) => each === text);
  if (strictness === undefined)
    throw refuseArguments(`--strictness is “${text}”; it must be one of ${choices.join(', ')}.`, USAGE);
  return strictness;
}
