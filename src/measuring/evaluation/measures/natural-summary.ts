import { computeMean, computeQuantile, computeRocArea } from '../../kit/statistics.ts';
import type { MissingPart } from './missing-parts.ts';
import type { NaturalMeasurement } from './natural-measure.ts';

/** How reading the articles of natural sets went. */
export interface ReadingCounts {
  readonly files: number;
  readonly loaded: number;
  /** Drafts are not counted. */
  readonly problems: number;
}

/** How many questions show each fault that should never occur, or null for a peer. */
interface FaultCounts {
  /** Another phrasing of the question changes what a person gets. */
  readonly changed: number | null;
  /** The answer shows an item without its lead, a lead without what it introduces, a row without its header, or only some of the steps. */
  readonly loneItems: number | null;
  readonly loneLeads: number | null;
  readonly bareRows: number | null;
  readonly partialSteps: number | null;
}

/** The figures of a natural set. Shares run from 0 to 1, or null if there is no such question, or a peer does not judge it. */
export interface NaturalSummary extends ReadingCounts, FaultCounts {
  readonly questions: number;
  /** Share of the answerable questions with a text that answers first, and among the first three. */
  readonly first: number | null;
  readonly topThree: number | null;
  /** Share of the answerable questions that show a text that answers as the answer or as the closest passage, and share as the answer. */
  readonly shownRightly: number | null;
  readonly answeredRightly: number | null;
  /** Share of the answerable questions that are answered rightly, of those answered. */
  readonly rightOfAnswered: number | null;
  /** Both again, where a sentence of the passage may be right. */
  readonly answeredRightlyBySentence: number | null;
  readonly rightOfAnsweredBySentence: number | null;
  /** Share of the unanswerable questions that are not answered. */
  readonly notAnswered: number | null;
  /** Share that shows 80 % of the words of the passage needed: of what is shown rightly, and of all answerable questions. */
  readonly whole: number | null;
  readonly wholeOfAll: number | null;
  /** Mean F1 of the words shown rightly with those of the passage needed. */
  readonly fit: number | null;
  /** How well the confidence separates questions whose right text comes first, or is shown, from all others: area under the ROC curve. */
  readonly area: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sums up the measurements of one set, or of several. */
export function summariseNatural(all: readonly NaturalMeasurement[], counts: ReadingCounts): NaturalSummary {
  const answerable = all.filter(({ question }) => question.isAnswerable);
  const unanswerable = all.filter(({ question }) => !question.isAnswerable);
  const times = all.map(({ tookMs }) => tookMs);
  return {
    ...counts,
    questions: all.length,
    first: computeMean(answerable, ({ rank }) => rank === 1),
    topThree: computeMean(answerable, ({ rank }) => rank !== null && rank <= 3),
    ...summariseShown(answerable),
    notAnswered: computeMean(unanswerable.filter(isJudged), (one) => !isAnswered(one)),
    area: computeArea(all),
    ...countFaults(all),
    p50Ms: computeQuantile(times, 0.5),
    p99Ms: computeQuantile(times, 0.99),
  };
}

function summariseShown(answerable: readonly NaturalMeasurement[]) {
  const judged = answerable.filter(isJudged);
  const told = answerable.filter(({ isWhole }) => isWhole !== null);
  return {
    shownRightly: computeMean(answerable, ({ isRight }) => isRight),
    answeredRightly: computeMean(judged, (one) => one.isRight && isAnswered(one)),
    rightOfAnswered: computeMean(judged.filter(isAnswered), ({ isRight }) => isRight),
    answeredRightlyBySentence: computeMean(judged, (one) => one.isRightBySentence && isAnswered(one)),
    rightOfAnsweredBySentence: computeMean(
      judged.filter(isAnswered),
      ({ isRightBySentence }) => isRightBySentence,
    ),
    whole: computeMean(
      told.filter(({ isRight }) => isRight),
      ({ isWhole }) => isWhole === true,
    ),
    wholeOfAll: computeMean(told, ({ isWhole }) => isWhole === true),
    fit: computeMean(
      answerable.flatMap(({ fit }) => fit ?? []),
      (fit) => fit,
    ),
  };
}

function countFaults(all: readonly NaturalMeasurement[]): FaultCounts {
  const lacking = (part: MissingPart): number | null =>
    countWhere(all, ({ missing }) => missing?.includes(part) ?? null);
  return {
    changed: countWhere(all, ({ changedBy }) => changedBy && changedBy.length > 0),
    loneItems: lacking('lead'),
    loneLeads: lacking('introduced'),
    bareRows: lacking('header'),
    partialSteps: lacking('steps'),
  };
}

/** Returns null if `isSo` is null for every item. */
function countWhere<T>(items: readonly T[], isSo: (item: T) => boolean | null): number | null {
  const told = items.flatMap((item) => isSo(item) ?? []);
  return told.length === 0 ? null : told.filter(Boolean).length;
}

function computeArea(all: readonly NaturalMeasurement[]): number | null {
  return computeRocArea(
    all.filter(isFound).map(({ confidence }) => confidence),
    all.filter((one) => !isFound(one)).map(({ confidence }) => confidence),
  );
}

function isFound({ question, isRight, rank }: NaturalMeasurement): boolean {
  return question.isAnswerable && (isRight || rank === 1);
}

function isJudged({ outcome }: NaturalMeasurement): boolean {
  return outcome !== null;
}

function isAnswered({ outcome }: NaturalMeasurement): boolean {
  return outcome === 'answered';
}
