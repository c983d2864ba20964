import { parseArguments, readWholeNumber } from '../../terminal/command-arguments.ts';

export interface BenchArguments {
  /** Numbers of facts, ascending; at least one. */
  readonly sizes: readonly number[];
  /** How many questions are asked at each size; at least 4. */
  readonly questions: number;
  /** How often a process is started; at least once. */
  readonly runs: number;
  /** How many servers have articles of their own; at least one. */
  readonly servers: number;
  /** How many servers are asked at random; 0 where that is left out. */
  readonly crowd: number;
  /** How many unanswered questions one server has; at least one. */
  readonly queue: number;
  /** How many different questions are asked at once; at least one. */
  readonly burst: number;
}

const DEFAULTS = {
  sizes: '1000,10000,100000',
  questions: '200',
  runs: '7',
  servers: '1000',
  crowd: '0',
  queue: '10000',
  burst: '300',
};

export const BENCH_SYNTAX = {
  name: 'bench',
  forms: [{ operands: '', help: 'time and memory, beside minisearch and fuse.js' }],
  options: {
    sizes: { type: 'string', value: 'N,N…', help: 'numbers of facts', fallback: DEFAULTS.sizes },
    questions: { type: 'string', value: 'N', help: 'questions at each size', fallback: DEFAULTS.questions },
    runs: { type: 'string', value: 'N', help: 'how often a process is started', fallback: DEFAULTS.runs },
    servers: {
      type: 'string',
      value: 'N',
      help: 'servers with articles of their own',
      fallback: DEFAULTS.servers,
    },
    crowd: {
      type: 'string',
      value: 'N',
      help: 'servers asked at random, 0 for none',
      fallback: DEFAULTS.crowd,
    },
    queue: {
      type: 'string',
      value: 'N',
      help: 'unanswered questions in one server',
      fallback: DEFAULTS.queue,
    },
    burst: {
      type: 'string',
      value: 'N',
      help: 'different questions asked at once',
      fallback: DEFAULTS.burst,
    },
  },
  examples: ['npm run bench', 'npm run bench -- --sizes 1000,10000 --runs 3'],
} as const;

/** Fewer facts would leave too few articles to ask about. */
const MIN_FACTS = 100;
/** One question of each kind. */
const MIN_QUESTIONS = 4;

/**
 * Reads the arguments of `bench`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseBenchArguments(args: readonly string[]): BenchArguments {
  const given = parseArguments(args, BENCH_SYNTAX).values;
  const values = { ...DEFAULTS, ...given };
  const read = (option: keyof typeof DEFAULTS, min: number): number =>
    readWholeNumber(values[option], { name: `--${option}`, min }, BENCH_SYNTAX);
  const sizes = values.sizes
    .split(',')
    .map((size) => readWholeNumber(size, { name: '--sizes', min: MIN_FACTS }, BENCH_SYNTAX));
  return {
    sizes: [...new Set(sizes)].toSorted((a, b) => a - b),
    questions: read('questions', MIN_QUESTIONS),
    runs: read('runs', 1),
    servers: read('servers', 1),
    crowd: read('crowd', 0),
    queue: read('queue', 1),
    burst: read('burst', 1),
  };
}
