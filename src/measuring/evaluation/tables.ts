import { formatCount, formatDecimals, formatMilliseconds, formatPercent } from '../kit/figures.ts';
import type { FaqSummary } from './measures/faq-measure.ts';
import type { NaturalSummary } from './measures/natural-summary.ts';
import { KEPT_PERCENT, type PlainSummary } from './measures/plain-summary.ts';
import { type Row, renderSections, type Section } from './sections.ts';

/** Renders the figures of natural sets. `width` is that of the window and may be infinite; see {@link renderSections}. */
export function renderNaturalTables(rows: readonly Row<NaturalSummary>[], width: number): string {
  return renderSections(NATURAL_SECTIONS, rows, width);
}

/** Renders the figures of sets of FAQ files, likewise. */
export function renderFaqTables(rows: readonly Row<FaqSummary>[], width: number): string {
  return renderSections(FAQ_SECTIONS, rows, width);
}

/** Renders the figures of plain sets, likewise. */
export function renderPlainTables(
  rows: readonly Row<PlainSummary>[],
  {
    keptSet,
    columns: width,
  }: {
    /** The set of whose questions each threshold keeps 95 %, or null if there are no thresholds. */
    readonly keptSet: string | null;
    readonly columns: number;
  },
): string {
  const sections = PLAIN_SECTIONS.map((section) =>
    section.title === REFUSING && keptSet !== null
      ? { ...section, title: `${REFUSING} (threshold: ${KEPT_PERCENT} % of ${keptSet} kept)` }
      : section,
  );
  return renderSections(sections, rows, width);
}

const NATURAL_SECTIONS: readonly Section<NaturalSummary>[] = [
  {
    title: 'Natural questions: reading and finding',
    columns: [
      ['files', ({ loaded, files }) => `${formatCount(loaded)} of ${formatCount(files)}`],
      ['problems', ({ problems }) => formatCount(problems)],
      ['asked', ({ questions }) => formatCount(questions)],
      ['first', ({ first }) => formatPercent(first)],
      ['top 3', ({ topThree }) => formatPercent(topThree)],
      ['p50 ms', ({ p50Ms }) => formatMilliseconds(p50Ms)],
      ['p99 ms', ({ p99Ms }) => formatMilliseconds(p99Ms)],
    ],
  },
  {
    title: 'Natural questions: what is shown',
    columns: [
      ['shown rightly', ({ shownRightly }) => formatPercent(shownRightly)],
      ['whole', ({ whole }) => formatPercent(whole)],
      ['whole of all', ({ wholeOfAll }) => formatPercent(wholeOfAll)],
      ['fit', ({ fit }) => formatPercent(fit)],
    ],
  },
  {
    title: 'Natural questions: what is answered',
    columns: [
      ['answered rightly', ({ answeredRightly }) => formatPercent(answeredRightly)],
      ['right of answered', ({ rightOfAnswered }) => formatPercent(rightOfAnswered)],
      [
        'both by sentence',
        ({ answeredRightlyBySentence: rightly, rightOfAnsweredBySentence: right }) =>
          `${formatPercent(rightly)}; ${formatPercent(right)}`,
      ],
      ['not answered', ({ notAnswered }) => formatPercent(notAnswered)],
      ['area', ({ area }) => formatDecimals(area, 3)],
    ],
  },
  {
    title: 'Natural questions: what should never be',
    columns: [
      ['changed', ({ changed }) => formatCount(changed)],
      ['item without lead', ({ loneItems }) => formatCount(loneItems)],
      ['lead alone', ({ loneLeads }) => formatCount(loneLeads)],
      ['row without header', ({ bareRows }) => formatCount(bareRows)],
      ['part of steps', ({ partialSteps }) => formatCount(partialSteps)],
    ],
  },
];

const FAQ_SECTIONS: readonly Section<FaqSummary>[] = [
  {
    title: 'Questions and answers: asked in the words of their headings, and in others',
    columns: [
      ['files', ({ loaded, files }) => `${formatCount(loaded)} of ${formatCount(files)}`],
      ['own words', ({ own }) => formatCount(own.questions)],
      ['shown', ({ own }) => formatPercent(own.shownRightly)],
      ['answered', ({ own }) => formatPercent(own.answeredRightly)],
      ['other words', ({ reworded }) => formatCount(reworded.questions)],
      ['shown then', ({ reworded }) => formatPercent(reworded.shownRightly)],
      ['answered then', ({ reworded }) => formatPercent(reworded.answeredRightly)],
      ['p50 ms', ({ p50Ms }) => formatMilliseconds(p50Ms)],
      ['p99 ms', ({ p99Ms }) => formatMilliseconds(p99Ms)],
    ],
  },
];

const REFUSING = 'Refusing';

/** Three tables, because one would be wider than a window of 120 columns. */
const PLAIN_SECTIONS: readonly Section<PlainSummary>[] = [
  {
    title: 'Finding the right sentence',
    columns: [
      ['asked', ({ questions }) => formatCount(questions)],
      ['first', ({ rightSentence }) => formatPercent(rightSentence)],
      ['top 3', ({ topThree }) => formatPercent(topThree)],
      ['MRR@5', ({ reciprocalRank }) => formatDecimals(reciprocalRank, 3)],
      ['article', ({ rightArticle }) => formatPercent(rightArticle)],
      [
        'points lost',
        ({ lostToTypos }) => formatDecimals(lostToTypos === null ? null : 100 * lostToTypos, 1),
      ],
      ['p50 ms', ({ p50Ms }) => formatMilliseconds(p50Ms)],
      ['p99 ms', ({ p99Ms }) => formatMilliseconds(p99Ms)],
    ],
  },
  {
    title: 'Answering',
    columns: [
      ['F1', ({ f1 }) => formatPercent(f1)],
      ['EM', ({ exactMatch }) => formatPercent(exactMatch)],
      ['answered', ({ answered }) => formatPercent(answered)],
      ['right of these', ({ rightWhenAnswered }) => formatPercent(rightWhenAnswered)],
      ['shown', ({ shown }) => formatPercent(shown)],
      ['right when shown', ({ rightWhenShown }) => formatPercent(rightWhenShown)],
    ],
  },
  {
    title: REFUSING,
    columns: [
      ['refused', ({ refused }) => formatPercent(refused)],
      ['not answered', ({ notAnswered }) => formatPercent(notAnswered)],
      ['area', ({ area }) => formatDecimals(area, 3)],
      ['threshold', ({ threshold }) => formatDecimals(threshold, 3)],
      [`refused at ${KEPT_PERCENT} % kept`, ({ refusedAtThreshold }) => formatPercent(refusedAtThreshold)],
      ['kept', ({ keptAtThreshold }) => formatPercent(keptAtThreshold)],
    ],
  },
];
