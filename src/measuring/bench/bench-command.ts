import { availableParallelism } from 'node:os';
import type { Encoders } from '../../encoders/encoders.ts';
import { openEncoders } from '../../encoders/open-encoders.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { createWorkerThreads, type Threads } from '../../serving/lanes/threads.ts';
import { createProgressLine, type OutputStream } from '../../terminal/progress.ts';
import type { CommandHost } from '../../terminal/terminal.ts';
import type { Contender } from '../contenders/contender.ts';
import { createFootnote } from '../contenders/footnote.ts';
import { createVectors, FUSE, loadMinisearch } from '../contenders/peers.ts';
import type { Instruments } from '../kit/instruments.ts';
import { createRandom } from '../kit/random.ts';
import { generateArticles } from '../made-up/generate-articles.ts';
import { generateQuestions } from '../made-up/generate-questions.ts';
import { makeUpVectors } from '../made-up/made-up-vectors.ts';
import { type BenchArguments, parseBenchArguments } from './bench-arguments.ts';
import type { BotPartsOptions } from './measurements/bot-parts.ts';
import { measureBlocking } from './measurements/measure-blocking.ts';
import { measureCrowd } from './measurements/measure-crowd.ts';
import { measureEncoders } from './measurements/measure-encoders.ts';
import { type IndexCost, measureIndex, type Workload } from './measurements/measure-index.ts';
import { measureProcesses } from './measurements/measure-processes.ts';
import { measureQueue } from './measurements/measure-queue.ts';
import { measureServers } from './measurements/measure-servers.ts';
import type { ModeratedCosts } from './moderated-report.ts';
import { renderReport, type SizeResult } from './report.ts';

/**
 * Runs `bench` and returns its exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export async function runBenchCommand(args: readonly string[], host: CommandHost): Promise<number> {
  return runBench(args, {
    ...host,
    openEncoders: () => openEncoders({ folder: host.models, threads: availableParallelism(), vectors: null }),
    threads: createWorkerThreads(null),
    collectGarbage: globalThis.gc === undefined ? undefined : () => globalThis.gc?.(),
  });
}

/** Where the command writes, and what it needs for measuring. */
export interface BenchOutput {
  readonly output: { readonly write: (text: string) => unknown };
  readonly progress: OutputStream;
  /** Milliseconds that never decrease, from any start. */
  readonly nowMs: () => number;
  /** Opens the encoders. Called after the arguments are checked. */
  readonly openEncoders: () => Promise<Encoders>;
  /** The workers that answer where servers are measured. */
  readonly threads: Threads;
  /** Collects all garbage before it returns; undefined where Node.js runs without `--expose-gc`. */
  readonly collectGarbage: (() => void) | undefined;
}

const SEED = 20_261_124;
/** How many facts every contender indexes before anything is measured. */
const WARM_UP_FACTS = 200;
/** How many facts the folder holds where servers have articles of their own. */
const SHARED_FACTS = 1_000;
/** Each of these servers has 400 facts of its own. */
const OWN = { articles: 20, sentences: 20 };
/** The burst of questions is asked of this many facts at most. */
const MAX_BURST_FACTS = 10_000;
/** More than the 200 servers that are held at once: otherwise a busy machine would not show whether memory is bounded. */
const MIN_SERVERS = 250;

/**
 * Measures the cost of indexing and asking, ours and our peers', on the same made-up facts. Then measures the cost of a process, of the encoders and of
 * servers with articles of their own, and prints tables. Returns the exit status, which is 0 whatever the figures are.
 *
 * @throws {UserFacingError} `unusable-arguments`, also where the development packages or `--expose-gc` are missing
 */
export async function runBench(args: readonly string[], to: BenchOutput): Promise<0> {
  const parsed = parseBenchArguments(args);
  const { sizes, questions, runs } = parsed;
  const encoders = await to.openEncoders();
  const contenders = [
    createFootnote({
      strictness: 'balanced',
      understand: (base) => makeUpVectors(encoders, base.factCount),
    }),
    await loadMinisearch(),
    FUSE,
    createVectors(encoders),
  ];
  const progress = createProgressLine(to.progress);
  const instruments = createInstruments(to, progress.show);
  // Comes first: starting a process from this one takes longer when this one has grown.
  const processes = measureProcesses(runs, instruments);
  progress.show('warming up');
  await measureAll(contenders, makeUpWorkload(WARM_UP_FACTS, 0), { ...instruments, onStep: () => {} });
  const results: SizeResult[] = [];
  for (const facts of sizes) {
    const onStep = (what: string): void => progress.show(`${facts.toLocaleString('en')} facts: ${what}`);
    onStep('are made up');
    const workload = makeUpWorkload(facts, questions);
    const costs = await measureAll(contenders, workload, { ...instruments, onStep });
    results.push({ facts, questions: workload.questions, costs });
  }
  const understanding = await measureEncoders(
    encoders,
    { burst: parsed.burst, facts: Math.min(MAX_BURST_FACTS, sizes.at(-1) ?? 0) },
    instruments,
  );
  const moderated = await measureModerated(parsed, to.threads, instruments);
  progress.end();
  const machine = `Node.js ${process.version} on ${process.platform} ${process.arch}, ${availableParallelism()} cores`;
  to.output.write(`${renderReport({ machine, results, processes, understanding, moderated })}\n`);
  return 0;
}

async function measureModerated(
  { sizes, servers, crowd, queue, questions }: BenchArguments,
  threads: Threads,
  instruments: Instruments,
): Promise<ModeratedCosts> {
  const options: BotPartsOptions = {
    shared: generateArticles(SHARED_FACTS, createRandom(SEED)),
    threads,
  };
  const makeShared = () => generateArticles(sizes.at(-1) ?? SHARED_FACTS, createRandom(SEED));
  const workload = { servers, leastServers: MIN_SERVERS, questions, ...OWN };
  return {
    workload,
    sharedFacts: SHARED_FACTS,
    servers: await measureServers(workload, options, instruments),
    crowd: crowd === 0 ? null : await measureCrowd(crowd, options, instruments),
    queue: await measureQueue(queue, options, instruments),
    blocks: await measureBlocking({ makeShared, threads }, instruments),
  };
}

function createInstruments(
  { nowMs, collectGarbage }: BenchOutput,
  onStep: (what: string) => void,
): Instruments {
  if (collectGarbage === undefined)
    throw new UserFacingError('unusable-arguments', 'bench needs node --expose-gc: npm run bench');
  return {
    nowMs,
    // The first run releases array buffers; only the second one gives their memory back.
    collectGarbage: () => {
      collectGarbage();
      collectGarbage();
    },
    heldBytes: () => {
      // `external` includes array buffers.
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
    onStep,
  };
}

function makeUpWorkload(facts: number, questions: number): Workload {
  const random = createRandom(SEED);
  const articles = generateArticles(facts, random);
  return {
    articles,
    questions: generateQuestions(articles, questions, random),
    warmUp: generateQuestions(articles, questions, random),
  };
}

async function measureAll(
  contenders: readonly Contender[],
  workload: Workload,
  instruments: Instruments,
): Promise<SizeResult['costs']> {
  const costs = new Map<Contender['name'], IndexCost>();
  for (const contender of contenders)
    costs.set(contender.name, await measureIndex(contender, workload, instruments));
  return costs;
}
