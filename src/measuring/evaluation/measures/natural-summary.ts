import { mean, quantile } from '../../kit/averages.ts';
import { rocArea } from '../../kit/roc-area.ts';
import type { MissingPart } from './missing-parts.ts';
import type { NaturalMeasurement } from './natural-measure.ts';

/** What came of reading the articles of a natural set, or of several. */
export interface ReadingCounts {
  readonly files: number;
  readonly loaded: number;
  /** Drafts are none. */
  readonly problems: number;
}

/** How many questions show what should never be; null from a peer. */
interface FaultCounts {
  /** Another wording of the question changes what a person gets. */
  readonly changed: number | null;
  /** What is shown as the answer has an item without its lead, a lead without what it introduces, a row without its header, or a part of the steps. */
  readonly loneItems: number | null;
  readonly loneLeads: number | null;
  readonly bareRows: number | null;
  readonly partialSteps: number | null;
}

/** The figures of a natural set. Shares run from 0 to 1; null where there is no question that tells, or a peer says nothing. */
export interface NaturalSummary extends ReadingCounts, FaultCounts {
  readonly questions: number;
  /** Of the questions that have an answer: a text that answers comes first, or among three. */
  readonly first: number | null;
  readonly topThree: number | null;
  /** Of the questions that have an answer: what is shown holds it, as the answer or as the closest passage; and as the answer. */
  readonly shownRightly: number | null;
  readonly answeredRightly: number | null;
  /** Of the questions that have an answer and are answered, those that are answered rightly. */
  readonly rightOfAnswered: number | null;
  /** Of the questions that have no answer, those that are not answered. */
  readonly notAnswered: number | null;
  /** What holds 80 % of the words of the passage needed: of what is shown rightly, and of all questions that have an answer. */
  readonly whole: number | null;
  readonly wholeOfAll: number | null;
  /** Mean F1 of the words of what is shown rightly with those of the passage needed. */
  readonly fit: number | null;
  /** How well the confidence tells questions for which the right text comes first, or is shown, from all others. */
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
    first: mean(answerable, ({ rank }) => rank === 1),
    topThree: mean(answerable, ({ rank }) => rank !== null && rank <= 3),
    ...summariseShown(answerable),
    notAnswered: mean(unanswerable.filter(isJudged), (one) => !isAnswered(one)),
    area: areaOf(all),
    ...countFaults(all),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

function summariseShown(answerable: readonly NaturalMeasurement[]) {
  const judged = answerable.filter(isJudged);
  const told = answerable.filter(({ isWhole }) => isWhole !== null);
  return {
    shownRightly: mean(answerable, ({ isRight }) => isRight),
    answeredRightly: mean(judged, (one) => one.isRight && isAnswered(one)),
    rightOfAnswered: mean(judged.filter(isAnswered), ({ isRight }) => isRight),
    whole: mean(
      told.filter(({ isRight }) => isRight),
      ({ isWhole }) => isWhole === true,
    ),
    wholeOfAll: mean(told, ({ isWhole }) => isWhole === true),
    fit: mean(
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

/** Null where not one of them tells. */
function countWhere<T>(items: readonly T[], isSo: (item: T) => boolean | null): number | null {
  const told = items.flatMap((item) => isSo(item) ?? []);
  return told.length === 0 ? null : told.filter(Boolean).length;
}

function areaOf(all: readonly NaturalMeasurement[]): number | null {
  return rocArea(
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
