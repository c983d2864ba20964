import { parseArgs } from 'node:util';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';

export interface BenchArguments {
  /** Numbers of facts, at least one of them, rising. */
  readonly sizes: readonly number[];
  /** How many questions are asked at each size, at least 4. */
  readonly questions: number;
  /** How often a process is started, at least once. */
  readonly runs: number;
  /** How many servers have articles of their own, at least one. */
  readonly servers: number;
  /** How many unanswered questions wait in one server, at least one. */
  readonly queue: number;
  /** How many different questions are asked at once, at least one. */
  readonly burst: number;
}

const USAGE = 'Usage: npm run bench [-- --sizes N,N… --questions N --runs N --servers N --queue N --burst N]';
const DEFAULTS = {
  sizes: '1000,10000,100000',
  questions: '200',
  runs: '7',
  servers: '1000',
  queue: '10000',
  burst: '300',
};
const OPTIONS = {
  sizes: { type: 'string' },
  questions: { type: 'string' },
  runs: { type: 'string' },
  servers: { type: 'string' },
  queue: { type: 'string' },
  burst: { type: 'string' },
} as const;
/** A base needs some articles to ask about. */
const MIN_FACTS = 100;
/** One question of each kind. */
const MIN_QUESTIONS = 4;

/**
 * Reads the arguments of `bench`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseBenchArguments(args: readonly string[]): BenchArguments {
  const values = { ...DEFAULTS, ...parse(args) };
  const sizes = values.sizes.split(',').map((size) => readNumber('--sizes', size, MIN_FACTS));
  return {
    sizes: [...new Set(sizes)].toSorted((a, b) => a - b),
    questions: readNumber('--questions', values.questions, MIN_QUESTIONS),
    runs: readNumber('--runs', values.runs, 1),
    servers: readNumber('--servers', values.servers, 1),
    queue: readNumber('--queue', values.queue, 1),
    burst: readNumber('--burst', values.burst, 1),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    throw unusable(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function readNumber(option: string, text: string, least: number): number {
  if (!/^\d{1,7}$/.test(text) || Number(text) < least)
    throw unusable(`${option}: “${text}” is not a whole number from ${least} to 9999999.`);
  return Number(text);
}

function unusable(message: string, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', `${message}\n${USAGE}`, { cause });
}
