import { computeMean, computeQuantile, computeRocArea } from '../../kit/statistics.ts';
import type { PlainMeasurement } from './plain-measure.ts';

/** How many in a hundred of the answerable questions a threshold keeps. */
export const KEPT_PERCENT = 95;

/** The figures of one plain set. Shares run from 0 to 1, or null if the set has no such question, or a peer does not judge it. */
export interface PlainSummary extends FindingFigures, AnsweringFigures, RefusingFigures {
  readonly questions: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface FindingFigures {
  readonly rightSentence: number | null;
  /** Share with the right sentence among the first three. */
  readonly topThree: number | null;
  /** Mean reciprocal rank of the right sentence among the first five. */
  readonly reciprocalRank: number | null;
  readonly rightArticle: number | null;
  /** By how much the share of right sentences grows when the same questions are asked without their typos. */
  readonly lostToTypos: number | null;
}

interface AnsweringFigures {
  /** Of the short answer, whether it is shown or not; a sentence that is not found counts as wrong. */
  readonly f1: number | null;
  readonly exactMatch: number | null;
  /** Share of the answerable questions that are answered, and the share of these with the right sentence. */
  readonly answered: number | null;
  readonly rightWhenAnswered: number | null;
  /** Share of the right sentences with a highlighted short answer, and the share of these with the right one. */
  readonly shown: number | null;
  readonly rightWhenShown: number | null;
}

interface RefusingFigures {
  /** Share of the unanswerable questions that are `unknown`, and share that are `unknown` or `unsure`. */
  readonly refused: number | null;
  readonly notAnswered: number | null;
  /** How well the confidence separates answerable questions from unanswerable ones: area under the ROC curve. */
  readonly area: number | null;
  /** The confidence from which a question is kept; it keeps 95 % of another set's questions. */
  readonly threshold: number | null;
  /** Share of the unanswerable questions below the threshold, and share of the answerable ones at or above it. */
  readonly refusedAtThreshold: number | null;
  readonly keptAtThreshold: number | null;
}

/** Sums up the measurements of one set. Without a `threshold` the figures at the threshold are null. */
export function summarisePlain(all: readonly PlainMeasurement[], threshold: number | null): PlainSummary {
  const answerable = all.filter(({ question }) => question.isAnswerable);
  const unanswerable = all.filter(({ question }) => !question.isAnswerable);
  const times = all.map(({ tookMs }) => tookMs);
  return {
    questions: all.length,
    ...summariseFinding(answerable.filter(({ question }) => question.gold.length > 0)),
    ...summariseAnswering(answerable),
    ...summariseRefusing(answerable, unanswerable, threshold),
    p50Ms: computeQuantile(times, 0.5),
    p99Ms: computeQuantile(times, 0.99),
  };
}

/** Returns the highest threshold that at least 95 % of these confidences reach, or null if there are none. */
export function findKeepingThreshold(confidences: readonly number[]): number | null {
  const ascending = confidences.toSorted((a, b) => a - b);
  return ascending[Math.floor((ascending.length * (100 - KEPT_PERCENT)) / 100)] ?? null;
}

function summariseFinding(placed: readonly PlainMeasurement[]): FindingFigures {
  const retyped = placed.filter(({ isRightWhenClean }) => isRightWhenClean !== null);
  return {
    rightSentence: computeMean(placed, isRight),
    topThree: computeMean(placed, ({ rank }) => rank !== null && rank <= 3),
    reciprocalRank: computeMean(placed, ({ rank }) => (rank === null ? 0 : 1 / rank)),
    rightArticle: computeMean(placed, ({ isRightArticle }) => isRightArticle),
    lostToTypos: computeMean(
      retyped,
      (measurement) => Number(measurement.isRightWhenClean) - Number(isRight(measurement)),
    ),
  };
}

function summariseAnswering(answerable: readonly PlainMeasurement[]): AnsweringFigures {
  const scored = answerable.flatMap(({ shortAnswer }) => (shortAnswer === null ? [] : [shortAnswer]));
  const answered = answerable.filter((measurement) => isPlaced(measurement) && isAnswered(measurement));
  const highlights = answerable.flatMap(({ highlight }) => (highlight === null ? [] : [highlight]));
  return {
    f1: computeMean(scored, ({ f1 }) => f1),
    exactMatch: computeMean(scored, ({ isExact }) => isExact),
    answered: computeMean(answerable.filter(isJudged), isAnswered),
    rightWhenAnswered: computeMean(answered, isRight),
    shown: computeMean(highlights, (highlight) => highlight !== 'none'),
    rightWhenShown: computeMean(
      highlights.filter((highlight) => highlight !== 'none'),
      (highlight) => highlight === 'right',
    ),
  };
}

function summariseRefusing(
  answerable: readonly PlainMeasurement[],
  unanswerable: readonly PlainMeasurement[],
  threshold: number | null,
): RefusingFigures {
  const judged = unanswerable.filter(isJudged);
  const isKept = ({ response }: PlainMeasurement): boolean =>
    threshold !== null && response.confidence >= threshold;
  return {
    refused: computeMean(judged, ({ response }) => response.verdict?.outcome === 'unknown'),
    notAnswered: computeMean(judged, (measurement) => !isAnswered(measurement)),
    area: computeRocArea(answerable.map(readConfidence), unanswerable.map(readConfidence)),
    threshold,
    refusedAtThreshold: threshold === null ? null : computeMean(unanswerable, (one) => !isKept(one)),
    keptAtThreshold: threshold === null ? null : computeMean(answerable, isKept),
  };
}

function isRight({ rank }: PlainMeasurement): boolean {
  return rank === 1;
}

function isPlaced({ question }: PlainMeasurement): boolean {
  return question.gold.length > 0;
}

function isJudged({ response }: PlainMeasurement): boolean {
  return response.verdict !== null;
}

function isAnswered({ response }: PlainMeasurement): boolean {
  return response.verdict?.outcome === 'answered';
}

function readConfidence({ response }: PlainMeasurement): number {
  return response.confidence;
}
