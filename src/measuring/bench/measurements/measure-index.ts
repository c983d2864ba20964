import type { Article } from '../../../knowledge/article/article.ts';
import type { Contender, OpenContender, Step, StepName } from '../../contenders/contender.ts';
import type { Instruments } from '../../kit/instruments.ts';
import { quantile } from '../../kit/quantile.ts';
import type { BenchQuestion } from '../../made-up/generate-questions.ts';

/** One contender at one size. */
export interface IndexCost {
  readonly buildMs: number;
  /** Beside the articles themselves. */
  readonly heldBytes: number;
  /** For each part that it can be timed by, milliseconds in the order of the questions, as far as they were asked. */
  readonly askedMs: Readonly<Partial<Record<StepName, readonly number[]>>>;
}

export interface Workload {
  readonly articles: readonly Article[];
  readonly questions: readonly BenchQuestion[];
  /** Others, to be asked before. */
  readonly warmUp: readonly BenchQuestion[];
}

/** The middle one of so many builds counts, fewer where building takes long. */
const BUILDS = 3;
const BUILDING_BUDGET_MS = 5_000;
/** A contender's first hundred questions take about twice the time of later ones. */
const WARM_UP_MS = 1_000;
/** What does not get through all questions in this time is asked the first ones only. */
const ASKING_BUDGET_MS = 20_000;
/** One of each kind, however long that takes. */
const LEAST_ASKED = 4;

interface Built {
  readonly engine: OpenContender;
  readonly tookMs: number;
  readonly heldBytes: number;
}

/** Measures a contender. It should have built something small before, or its compiling is measured too. */
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
  const { engine, heldBytes } = built;
  await engine.prepare();
  const askedMs: Partial<Record<StepName, readonly number[]>> = {};
  for (const part of ['whole', 'firstPass', 'find', 'followUp', 'suggest'] as const) {
    const step = engine.steps[part];
    if (step === undefined) continue;
    await warmUpWith(step, warmUp, instruments);
    askedMs[part] = await timeQuestions(step, questions, {
      ...instruments,
      onStep: (what) => instruments.onStep(`${contender.name} ${what}`),
    });
  }
  return { buildMs: quantile(times, 0.5), heldBytes, askedMs };
}

function build(
  contender: Contender,
  articles: readonly Article[],
  { nowMs, collectGarbage, heldBytes }: Instruments,
): Built {
  collectGarbage();
  const before = heldBytes();
  const startedAt = nowMs();
  const engine = contender.open(articles);
  const tookMs = nowMs() - startedAt;
  collectGarbage();
  return { engine, tookMs, heldBytes: heldBytes() - before };
}

async function warmUpWith(
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
    if (times.length >= LEAST_ASKED && nowMs() > endsAt) break;
    onStep(`is asked question ${times.length + 1} of ${questions.length}`);
    const timed = step(text);
    const startedAt = nowMs();
    await timed();
    times.push(nowMs() - startedAt);
  }
  return times;
}
