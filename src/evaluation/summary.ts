import type { Measurement } from './measure.ts';
import { rocArea } from './roc-area.ts';

/** The figures of one set. Shares run from 0 to 1; null where the set has no question that tells. */
export interface Summary {
  readonly questions: number;
  readonly rightSentence: number | null;
  /** Mean reciprocal rank of the right sentence among the first five. */
  readonly reciprocalRank: number | null;
  readonly rightArticle: number | null;
  /** Short answers end to end: the sentence had to be found too. */
  readonly f1: number | null;
  readonly exactMatch: number | null;
  /** Of the answerable questions, those given as the answer; and of these, those with the right sentence. */
  readonly answered: number | null;
  readonly rightWhenAnswered: number | null;
  /** Of the unanswerable questions, those that are `unknown`. */
  readonly refused: number | null;
  /** How well the confidence tells answerable questions from unanswerable ones. */
  readonly area: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sums up the measurements of one set, of which there must be at least one. */
export function summarise(all: readonly Measurement[]): Summary {
  const answerable = all.filter(({ question }) => question.isAnswerable);
  const unanswerable = all.filter(({ question }) => !question.isAnswerable);
  const placed = answerable.filter(({ question }) => question.gold.length > 0);
  const scored = all.flatMap(({ shortAnswer }) => (shortAnswer === null ? [] : [shortAnswer]));
  const answered = placed.filter(isAnswered);
  const times = all.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  return {
    questions: all.length,
    rightSentence: mean(placed, isRight),
    reciprocalRank: mean(placed, ({ rank }) => (rank === null ? 0 : 1 / rank)),
    rightArticle: mean(placed, ({ isRightArticle }) => isRightArticle),
    f1: mean(scored, ({ f1 }) => f1),
    exactMatch: mean(scored, ({ isExact }) => isExact),
    answered: mean(answerable, isAnswered),
    rightWhenAnswered: mean(answered, isRight),
    refused: mean(unanswerable, ({ response }) => response.outcome === 'unknown'),
    area: rocArea(answerable.map(confidenceOf), unanswerable.map(confidenceOf)),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

function isRight({ rank }: Measurement): boolean {
  return rank === 1;
}

function isAnswered({ response }: Measurement): boolean {
  return response.outcome === 'answered';
}

function confidenceOf({ response }: Measurement): number {
  return response.confidence;
}

function mean<T>(items: readonly T[], value: (item: T) => number | boolean): number | null {
  if (items.length === 0) return null;
  return items.reduce((sum, item) => sum + Number(value(item)), 0) / items.length;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
