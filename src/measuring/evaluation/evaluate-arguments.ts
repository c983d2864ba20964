import { parseArgs } from 'node:util';
import { STRICTNESSES, type Strictness } from '../../answering/verdict/outcome.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';

export interface EvaluateArguments {
  /** Files of question sets, folders with some, or the folder of one’s articles. */
  readonly paths: readonly string[];
  /** The set whose articles answer all questions; null where each set has its own. */
  readonly base: string | null;
  /** The set whose own answerable questions say from which confidence on a question is kept; null for `base`. */
  readonly keep: string | null;
  /** How sure an answer has to be: what is answered and refused depends on it, nothing else. */
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

/**
 * Reads the arguments of `evaluate`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments {
  const { values, positionals } = parse(args);
  if (positionals.length === 0)
    throw unusable('Name at least one question set: a file, or a folder with some.');
  return {
    paths: positionals,
    base: values.base ?? null,
    keep: values.keep ?? null,
    strictness: readStrictness(values.strictness ?? 'balanced'),
    isAgainstPeers: values.against ?? false,
    sample: readCount('--sample', values.sample, { least: 1, unless: Number.POSITIVE_INFINITY }),
    misses: readCount('--misses', values.misses, { least: 0, unless: 0 }),
  };
}

function readStrictness(text: string): Strictness {
  const step = STRICTNESSES.find((each) => each === text);
  if (step === undefined)
    throw unusable(`--strictness is “${text}”; it must be one of ${STRICTNESSES.join(', ')}.`);
  return step;
}

function readCount(
  option: string,
  text: string | undefined,
  { least, unless }: { readonly least: number; readonly unless: number },
): number {
  if (text === undefined) return unless;
  if (!/^\d+$/.test(text) || Number(text) < least)
    throw unusable(`${option} needs a whole number, at least ${least}.`);
  return Number(text);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        base: { type: 'string' },
        keep: { type: 'string' },
        strictness: { type: 'string' },
        against: { type: 'boolean' },
        sample: { type: 'string' },
        misses: { type: 'string' },
      },
    });
  } catch (cause) {
    throw unusable(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function unusable(message: string, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', `${message}\n${USAGE}`, { cause });
}
