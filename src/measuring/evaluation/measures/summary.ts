import { mean, quantile } from '../../kit/averages.ts';
import { rocArea } from '../../kit/roc-area.ts';
import type { Measurement } from './measure.ts';

/** The figures of one set. Shares run from 0 to 1; null where the set has no question that tells, or a peer says nothing. */
export interface Summary extends FindingFigures, AnsweringFigures, RefusingFigures {
  readonly questions: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface FindingFigures {
  readonly rightSentence: number | null;
  /** The right sentence is among the first three. */
  readonly topThree: number | null;
  /** Mean reciprocal rank of the right sentence among the first five. */
  readonly reciprocalRank: number | null;
  readonly rightArticle: number | null;
  /** How much larger the share of right sentences is when the same questions are asked without their typos. */
  readonly lostToTypos: number | null;
}

interface AnsweringFigures {
  /** Short answers end to end, shown or not: the sentence had to be found too. */
  readonly f1: number | null;
  readonly exactMatch: number | null;
  /** Of the answerable questions, those given as the answer; and of these, those with the right sentence. */
  readonly answered: number | null;
  readonly rightWhenAnswered: number | null;
  /** Of the right sentences, those in which a short answer stands out; and of these, those in which the right one does. */
  readonly shown: number | null;
  readonly rightWhenShown: number | null;
}

interface RefusingFigures {
  /** Of the unanswerable questions, those that are `unknown`; and those that are this or `unsure`. */
  readonly refused: number | null;
  readonly notAnswered: number | null;
  /** How well the confidence tells answerable questions from unanswerable ones. */
  readonly area: number | null;
  /** The confidence from which on a question is kept, at equal keeping of another set's. */
  readonly threshold: number | null;
  /** Of the unanswerable questions, those below it; of the answerable ones, those not below it. */
  readonly refusedAtThreshold: number | null;
  readonly keptAtThreshold: number | null;
}

/** Sums up the measurements of one set. Without a `threshold` nothing is said of refusing at equal keeping. */
export function summarise(all: readonly Measurement[], threshold: number | null): Summary {
  const answerable = all.filter(({ question }) => question.isAnswerable);
  const unanswerable = all.filter(({ question }) => !question.isAnswerable);
  const times = all.map(({ tookMs }) => tookMs);
  return {
    questions: all.length,
    ...summariseFinding(answerable.filter(({ question }) => question.gold.length > 0)),
    ...summariseAnswering(answerable),
    ...summariseRefusing(answerable, unanswerable, threshold),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

function summariseFinding(placed: readonly Measurement[]): FindingFigures {
  const retyped = placed.filter(({ isRightWhenClean }) => isRightWhenClean !== null);
  return {
    rightSentence: mean(placed, isRight),
    topThree: mean(placed, ({ rank }) => rank !== null && rank <= 3),
    reciprocalRank: mean(placed, ({ rank }) => (rank === null ? 0 : 1 / rank)),
    rightArticle: mean(placed, ({ isRightArticle }) => isRightArticle),
    lostToTypos: mean(
      retyped,
      (measurement) => Number(measurement.isRightWhenClean) - Number(isRight(measurement)),
    ),
  };
}

function summariseAnswering(answerable: readonly Measurement[]): AnsweringFigures {
  const scored = answerable.flatMap(({ shortAnswer }) => (shortAnswer === null ? [] : [shortAnswer]));
  const answered = answerable.filter((measurement) => isPlaced(measurement) && isAnswered(measurement));
  const highlights = answerable.flatMap(({ highlight }) => (highlight === null ? [] : [highlight]));
  return {
    f1: mean(scored, ({ f1 }) => f1),
    exactMatch: mean(scored, ({ isExact }) => isExact),
    answered: mean(answerable.filter(isJudged), isAnswered),
    rightWhenAnswered: mean(answered, isRight),
    shown: mean(highlights, (highlight) => highlight !== 'none'),
    rightWhenShown: mean(
      highlights.filter((highlight) => highlight !== 'none'),
      (highlight) => highlight === 'right',
    ),
  };
}

function summariseRefusing(
  answerable: readonly Measurement[],
  unanswerable: readonly Measurement[],
  threshold: number | null,
): RefusingFigures {
  const judged = unanswerable.filter(isJudged);
  const isKept = ({ response }: Measurement): boolean =>
    threshold !== null && response.confidence >= threshold;
  return {
    refused: mean(judged, ({ response }) => response.verdict?.outcome === 'unknown'),
    notAnswered: mean(judged, (measurement) => !isAnswered(measurement)),
    area: rocArea(answerable.map(confidenceOf), unanswerable.map(confidenceOf)),
    threshold,
    refusedAtThreshold: threshold === null ? null : mean(unanswerable, (one) => !isKept(one)),
    keptAtThreshold: threshold === null ? null : mean(answerable, isKept),
  };
}

function isRight({ rank }: Measurement): boolean {
  return rank === 1;
}

function isPlaced({ question }: Measurement): boolean {
  return question.gold.length > 0;
}

function isJudged({ response }: Measurement): boolean {
  return response.verdict !== null;
}

function isAnswered({ response }: Measurement): boolean {
  return response.verdict?.outcome === 'answered';
}

function confidenceOf({ response }: Measurement): number {
  return response.confidence;
}
