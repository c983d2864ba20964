import { availableParallelism } from 'node:os';
import type { Encoders } from '../../encoders/encoders.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { Threads } from '../../serving/lanes/threads.ts';
import type { Contender } from '../contenders/contender.ts';
import { createFootnote } from '../contenders/footnote.ts';
import { FUSE } from '../contenders/fuse.ts';
import { loadMinisearch } from '../contenders/minisearch.ts';
import { createVectors } from '../contenders/vectors.ts';
import type { Instruments } from '../kit/instruments.ts';
import { createProgressLine, type OutputStream } from '../kit/progress.ts';
import { seededRandom } from '../kit/random.ts';
import { generateArticles } from '../made-up/generate-articles.ts';
import { generateQuestions } from '../made-up/generate-questions.ts';
import { madeUpMeaning } from '../made-up/made-up-meaning.ts';
import { type BenchArguments, parseBenchArguments } from './bench-arguments.ts';
import { measureEncoders } from './measurements/measure-encoders.ts';
import { measureHoldUps } from './measurements/measure-hold-ups.ts';
import { type IndexCost, measureIndex, type Workload } from './measurements/measure-index.ts';
import { measureQueue } from './measurements/measure-queue.ts';
import { measureServers } from './measurements/measure-servers.ts';
import { measureProcesses } from './measurements/process-cost.ts';
import type { BotPartsOptions } from './measurements/with-bot-parts.ts';
import type { ModeratedCosts } from './moderated-report.ts';
import { renderReport, type SizeResult } from './report.ts';

/** Where the command writes, and what it measures with. */
export interface BenchOutput {
  readonly output: { readonly write: (text: string) => unknown };
  readonly progress: OutputStream;
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
  /** Opens the encoders, once the arguments are known to be usable. */
  readonly openEncoders: () => Promise<Encoders>;
  /** What answers where servers are measured. */
  readonly threads: Threads;
  /** Collects all garbage before it returns; undefined where Node.js runs without `--expose-gc`. */
  readonly collectGarbage: (() => void) | undefined;
}

const SEED = 20_261_124;
/** What every contender builds before anything is measured. */
const FIRST_FACTS = 200;
/** What the folder holds where servers have articles of their own. */
const SHARED_FACTS = 1_000;
/** What each of these servers has: 400 facts. */
const OWN = { articles: 20, sentences: 20 };
/** The burst is asked of so many facts at most. */
const MOST_BURST_FACTS = 10_000;
/** 142 of them are held: fewer, on a busy machine, would leave open whether memory is bounded. */
const LEAST_SERVERS = 200;

/**
 * Measures what indexing and asking cost us and our peers on the same made-up facts, what a process, understanding and
 * moderators’ servers cost, and prints it as tables. Returns the exit status, which is 0 whatever the figures are.
 *
 * @throws {UserFacingError} `unusable-arguments`, also where the development packages or `--expose-gc` are missing
 */
export async function runBench(args: readonly string[], to: BenchOutput): Promise<0> {
  const wanted = parseBenchArguments(args);
  const { sizes, questions, runs } = wanted;
  const encoders = await to.openEncoders();
  const contenders = [
    createFootnote({
      strictness: 'balanced',
      understand: (base) => madeUpMeaning(encoders, base.facts.length),
    }),
    await loadMinisearch(),
    FUSE,
    createVectors(encoders),
  ];
  const progress = createProgressLine(to.progress);
  const instruments = instrumentsFrom(to, progress.show);
  // First: afterwards this process is large, and starting another one from it takes longer.
  const processes = measureProcesses(runs, instruments);
  progress.show('warming up');
  await measureAll(contenders, workloadOf(FIRST_FACTS, 0), { ...instruments, onStep: () => {} });
  const results: SizeResult[] = [];
  for (const facts of sizes) {
    const onStep = (what: string): void => progress.show(`${facts.toLocaleString('en')} facts: ${what}`);
    onStep('are made up');
    const workload = workloadOf(facts, questions);
    const costs = await measureAll(contenders, workload, { ...instruments, onStep });
    results.push({ facts, questions: workload.questions, costs });
  }
  const understanding = await measureEncoders(
    encoders,
    { burst: wanted.burst, facts: Math.min(MOST_BURST_FACTS, sizes.at(-1) ?? 0) },
    instruments,
  );
  const moderated = await measureModerated(wanted, to.threads, instruments);
  progress.end();
  const machine = `Node.js ${process.version} on ${process.platform} ${process.arch}, ${availableParallelism()} cores`;
  to.output.write(`${renderReport({ machine, results, processes, understanding, moderated })}\n`);
  return 0;
}

async function measureModerated(
  { sizes, servers, queue, questions }: BenchArguments,
  threads: Threads,
  instruments: Instruments,
): Promise<ModeratedCosts> {
  const options: BotPartsOptions = {
    shared: generateArticles(SHARED_FACTS, seededRandom(SEED)),
    threads,
  };
  const makeShared = () => generateArticles(sizes.at(-1) ?? SHARED_FACTS, seededRandom(SEED));
  const workload = { servers, leastServers: LEAST_SERVERS, questions, ...OWN };
  return {
    workload,
    sharedFacts: SHARED_FACTS,
    servers: await measureServers(workload, options, instruments),
    queue: await measureQueue(queue, options, instruments),
    holdUps: await measureHoldUps({ makeShared, threads }, instruments),
  };
}

function instrumentsFrom(
  { nowMs, collectGarbage }: BenchOutput,
  onStep: (what: string) => void,
): Instruments {
  if (collectGarbage === undefined)
    throw new UserFacingError('unusable-arguments', 'bench needs node --expose-gc: npm run bench');
  return {
    nowMs,
    // Once lets go of array buffers whose memory only the second time gives back.
    collectGarbage: () => {
      collectGarbage();
      collectGarbage();
    },
    heldBytes: () => {
      // Array buffers are counted within `external`.
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
    onStep,
  };
}

function workloadOf(facts: number, questions: number): Workload {
  const random = seededRandom(SEED);
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
