import { describe, expect, test } from 'vitest';
import { measureIndex, type Workload } from '../../../../src/measuring/bench/measurements/measure-index.ts';
import { type Contender, openPeer } from '../../../../src/measuring/contenders/contender.ts';
import { createRandom } from '../../../../src/measuring/kit/random.ts';
import { generateArticles } from '../../../../src/measuring/made-up/generate-articles.ts';
import { generateQuestions } from '../../../../src/measuring/made-up/generate-questions.ts';

const random = createRandom(1);
const articles = generateArticles(100, random);
const [questions, warmUp] = [generateQuestions(articles, 12, random), generateQuestions(articles, 2, random)];
const workload = { articles, questions, warmUp };

interface Pace {
  readonly buildMs?: readonly number[];
  readonly askMs?: number;
  readonly prepareMs?: number;
}

/** A contender that holds 1,000 bytes more with each build, and a clock that only it moves. */
function made({ buildMs = [], askMs = 1, prepareMs = 0 }: Pace) {
  let [clock, held, builds, asked] = [0, 0, 0, 0];
  const steps: string[] = [];
  const whole = () => {
    clock += prepareMs;
    return () => {
      clock += askMs;
      asked++;
    };
  };
  const contender: Contender = {
    name: 'footnote',
    label: 'footnote',
    maxQuestions: Number.POSITIVE_INFINITY,
    open: () => {
      clock += buildMs[builds++] ?? 0;
      held += 1000;
      return { ...openPeer(() => ({ facts: [], confidence: 0 })), steps: { whole } };
    },
  };
  const instruments = {
    nowMs: () => clock,
    heldBytes: () => held,
    collectGarbage: () => {},
    onStep: (what: string) => steps.push(what),
  };
  return {
    cost: (load: Workload = workload) => measureIndex(contender, load, instruments),
    steps,
    builds: () => builds,
    askedInAll: () => asked,
  };
}

describe('the cost of an index', () => {
  test('is the median of three builds, and the memory of the last one', async () => {
    const { cost } = made({ buildMs: [30, 10, 20] });
    expect(await cost()).toMatchObject({ buildMs: 20, heldBytes: 1000 });
  });

  test('is that of one build where building takes long', async () => {
    const { cost, builds } = made({ buildMs: [9000] });
    expect((await cost()).buildMs).toBe(9000);
    expect(builds()).toBe(1);
  });

  test('has the time of every question, and its progress is shown', async () => {
    const { cost, steps } = made({ askMs: 2 });
    expect((await cost()).askedMs).toEqual({ whole: Array.from({ length: 12 }, () => 2) });
    expect(steps.at(0)).toBe('footnote builds');
    expect(steps.at(-1)).toBe('footnote is asked question 12 of 12');
  });

  test('leaves out the preparation of a question', async () => {
    const { cost } = made({ prepareMs: 50 });
    expect((await cost()).askedMs.whole).toEqual(Array.from({ length: 12 }, () => 1));
  });

  test('is measured after other questions, which take a second at most', async () => {
    const [quick, slow] = [made({ askMs: 1 }), made({ askMs: 700 })];
    const long = { ...workload, warmUp: generateQuestions(articles, 5, random) };
    expect((await quick.cost(long)).askedMs.whole).toHaveLength(12);
    expect(quick.askedInAll()).toBe(12 + 5);
    await slow.cost(long);
    expect(slow.askedInAll()).toBe(12 + 2);
  });

  test('asks a slow contender as many questions as its time allows, but one of each kind', async () => {
    expect((await made({ askMs: 3000 }).cost()).askedMs.whole).toHaveLength(7);
    expect((await made({ askMs: 90_000 }).cost()).askedMs.whole).toHaveLength(4);
  });
});
