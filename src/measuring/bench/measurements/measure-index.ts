import type { Article } from '../../../knowledge/article/article.ts';
import type { Contender, OpenContender, Step, StepName } from '../../contenders/contender.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { computeQuantile } from '../../kit/statistics.ts';
import type { BenchQuestion } from '../../made-up/generate-questions.ts';

/** The cost of one contender at one size. */
export interface IndexCost {
  readonly buildMs: number;
  /** Without the articles themselves. */
  readonly heldBytes: number;
  /** The milliseconds of each step the contender has, in the order of the questions, as far as they were asked. */
  readonly askedMs: Readonly<Partial<Record<StepName, readonly number[]>>>;
}

export interface Workload {
  readonly articles: readonly Article[];
  readonly questions: readonly BenchQuestion[];
  /** Other questions, which are asked first and not timed. */
  readonly warmUp: readonly BenchQuestion[];
}

/** The median of this many builds counts; of fewer where a build takes long. */
const BUILDS = 3;
const BUILDING_BUDGET_MS = 5_000;
/** A contender's first hundred questions take about twice the time of later ones. */
const WARM_UP_MS = 1_000;
/** A slower contender is asked only the questions that fit into this time. */
const ASKING_BUDGET_MS = 20_000;
/** One question of each kind is asked, however long that takes. */
const MIN_ASKED = 4;

interface Built {
  readonly open: OpenContender;
  readonly tookMs: number;
  readonly heldBytes: number;
}

/** Measures a contender. Let it build something small before, so that compiling its code is not measured. */
export async function measureIndex(
  contender: Contender,
  { articles, questions, warmUp }: Workload,
  instruments: Instruments,
): Promise<IndexCost> {
  instruments.onStep(`${contender.name} builds`);
  let built = build(contender, articles, instruments);
  const times = [built.tookMs];
  while (times.length < BUILDS && times.length * built.tookMs < BUILDING_BUDGET_MS) {
    built = build(contender, articles, instruments);
    times.push(built.tookMs);
  }
  const { open, heldBytes } = built;
  await open.prepare();
  const askedMs: Partial<Record<StepName, readonly number[]>> = {};
  for (const name of ['whole', 'firstPass', 'find', 'followUp', 'suggest'] as const) {
    const step = open.steps[name];
    if (step === undefined) continue;
    await warmUpStep(step, warmUp, instruments);
    askedMs[name] = await timeQuestions(step, questions, {
      ...instruments,
      onStep: (what) => instruments.onStep(`${contender.name} ${what}`),
    });
  }
  return { buildMs: computeQuantile(times, 0.5), heldBytes, askedMs };
}

function build(
  contender: Contender,
  articles: readonly Article[],
  { nowMs, collectGarbage, heldBytes }: Instruments,
): Built {
  collectGarbage();
  const before = heldBytes();
  const startedAt = nowMs();
  const open = contender.open(articles);
  const tookMs = nowMs() - startedAt;
  collectGarbage();
  return { open, tookMs, heldBytes: heldBytes() - before };
}

async function warmUpStep(
  step: Step,
  questions: readonly BenchQuestion[],
  { nowMs }: Instruments,
): Promise<void> {
  const endsAt = nowMs() + WARM_UP_MS;
  for (const { text } of questions) {
    await step(text)();
    if (nowMs() > endsAt) return;
  }
}

async function timeQuestions(
  step: Step,
  questions: readonly BenchQuestion[],
  { nowMs, onStep }: Instruments,
): Promise<readonly number[]> {
  const times: number[] = [];
  const endsAt = nowMs() + ASKING_BUDGET_MS;
  for (const { text } of questions) {
    if (times.length >= MIN_ASKED && nowMs() > endsAt) break;
    onStep(`is asked question ${times.length + 1} of ${questions.length}`);
    const run = step(text);
    const startedAt = nowMs();
    await run();
    times.push(nowMs() - startedAt);
  }
  return times;
}
