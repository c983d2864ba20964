import type { StepName } from '../contenders/contender.ts';
import { computeQuantile } from '../kit/statistics.ts';
import { type BenchQuestion, QUESTION_KINDS, type QuestionKind } from '../made-up/generate-questions.ts';
import type { IndexCost } from './measurements/measure-index.ts';

/** One row of the comparison. */
export interface Measure {
  readonly name: string;
  /** Returns the figure over the given questions, which are the first of those asked, or null if there is none. */
  readonly compute: (cost: IndexCost, asked: readonly BenchQuestion[]) => number | null;
}

const MEGABYTE = 1024 * 1024;

export const INDEX_MEASURES: readonly Measure[] = [
  { name: 'building the index, ms', compute: ({ buildMs }) => buildMs },
  { name: 'memory the index holds, MB', compute: ({ heldBytes }) => heldBytes / MEGABYTE },
  timeMeasure('a question, p50 ms', { step: 'whole', share: 0.5 }),
  timeMeasure('a question, p99 ms', { step: 'whole', share: 0.99 }),
  timeMeasure('its first pass, p50 ms', { step: 'firstPass', share: 0.5 }),
  timeMeasure('its first pass, p99 ms', { step: 'firstPass', share: 0.99 }),
  timeMeasure('find alone, p50 ms', { step: 'find', share: 0.5 }),
  timeMeasure('find alone, p99 ms', { step: 'find', share: 0.99 }),
  timeMeasure('a follow-up, p50 ms', { step: 'followUp', share: 0.5 }),
  timeMeasure('a follow-up, p99 ms', { step: 'followUp', share: 0.99 }),
  timeMeasure('suggestions while typing, p50 ms', { step: 'suggest', share: 0.5 }),
  timeMeasure('suggestions while typing, p99 ms', { step: 'suggest', share: 0.99 }),
];

export const KIND_MEASURES: readonly Measure[] = QUESTION_KINDS.map((kind) =>
  timeMeasure(`a ${kind} question, p50 ms`, { step: 'whole', share: 0.5, kind }),
);

/** Returns how many questions a contender had time for. */
export function countAsked({ askedMs }: IndexCost): number {
  return askedMs.whole?.length ?? 0;
}

interface TimeMeasure {
  readonly step: StepName;
  readonly share: number;
  readonly kind?: QuestionKind;
}

function timeMeasure(name: string, { step, share, kind }: TimeMeasure): Measure {
  return {
    name,
    compute: ({ askedMs }, asked) => {
      // A peer's search is both its first pass and the whole of it.
      const times = askedMs[step] ?? (step === 'firstPass' ? askedMs.whole : undefined);
      const wanted = times?.filter((_, index) => {
        const question = asked[index];
        return question !== undefined && (kind === undefined || question.kind === kind);
      });
      return wanted === undefined || wanted.length === 0 ? null : computeQuantile(wanted, share);
    },
  };
}
