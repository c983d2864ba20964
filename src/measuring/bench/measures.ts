import type { StepName } from '../contenders/contender.ts';
import { quantile } from '../kit/quantile.ts';
import { type BenchQuestion, QUESTION_KINDS, type QuestionKind } from '../made-up/generate-questions.ts';
import type { IndexCost } from './measurements/measure-index.ts';

/** One line of the comparison. */
export interface Measure {
  readonly name: string;
  /** The figure over the first questions of those asked, as many as are given; null where there is none. */
  readonly of: (cost: IndexCost, asked: readonly BenchQuestion[]) => number | null;
}

const MEGABYTE = 1024 * 1024;

export const INDEX_MEASURES: readonly Measure[] = [
  { name: 'building the index, ms', of: ({ buildMs }) => buildMs },
  { name: 'memory the index holds, MB', of: ({ heldBytes }) => heldBytes / MEGABYTE },
  timeMeasure('a question, p50 ms', { part: 'whole', share: 0.5 }),
  timeMeasure('a question, p99 ms', { part: 'whole', share: 0.99 }),
  timeMeasure('its first pass, p50 ms', { part: 'firstPass', share: 0.5 }),
  timeMeasure('its first pass, p99 ms', { part: 'firstPass', share: 0.99 }),
  timeMeasure('find alone, p50 ms', { part: 'find', share: 0.5 }),
  timeMeasure('find alone, p99 ms', { part: 'find', share: 0.99 }),
  timeMeasure('a follow-up, p50 ms', { part: 'followUp', share: 0.5 }),
  timeMeasure('a follow-up, p99 ms', { part: 'followUp', share: 0.99 }),
  timeMeasure('suggestions while typing, p50 ms', { part: 'suggest', share: 0.5 }),
  timeMeasure('suggestions while typing, p99 ms', { part: 'suggest', share: 0.99 }),
];

export const KIND_MEASURES: readonly Measure[] = QUESTION_KINDS.map((kind) =>
  timeMeasure(`a ${kind} question, p50 ms`, { part: 'whole', share: 0.5, kind }),
);

/** How many questions a contender had time for. */
export function askedCount({ askedMs }: IndexCost): number {
  return askedMs.whole?.length ?? 0;
}

interface TimeMeasure {
  readonly part: StepName;
  readonly share: number;
  readonly kind?: QuestionKind;
}

function timeMeasure(name: string, { part, share, kind }: TimeMeasure): Measure {
  return {
    name,
    of: ({ askedMs }, asked) => {
      // A peer's search is its first pass and all it does.
      const times = askedMs[part] ?? (part === 'firstPass' ? askedMs.whole : undefined);
      const wanted = times?.filter((_, index) => {
        const question = asked[index];
        return question !== undefined && (kind === undefined || question.kind === kind);
      });
      return wanted === undefined || wanted.length === 0 ? null : quantile(wanted, share);
    },
  };
}
