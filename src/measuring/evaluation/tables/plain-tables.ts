import { KEPT_PERCENT } from '../measures/keeping.ts';
import type { Summary } from '../measures/summary.ts';
import {
  count,
  decimals,
  milliseconds,
  percent,
  type Row,
  renderSections,
  type Section,
} from './sections.ts';

const REFUSING = 'Refusing';

/** Three tables: in one they would be wider than a window of 120 columns. */
const SECTIONS: readonly Section<Summary>[] = [
  {
    title: 'Finding the right sentence',
    columns: [
      ['asked', ({ questions }) => count(questions)],
      ['first', ({ rightSentence }) => percent(rightSentence)],
      ['top 3', ({ topThree }) => percent(topThree)],
      ['MRR@5', ({ reciprocalRank }) => decimals(reciprocalRank, 3)],
      ['article', ({ rightArticle }) => percent(rightArticle)],
      ['points lost', ({ lostToTypos }) => decimals(lostToTypos === null ? null : 100 * lostToTypos, 1)],
      ['p50 ms', ({ p50Ms }) => milliseconds(p50Ms)],
      ['p99 ms', ({ p99Ms }) => milliseconds(p99Ms)],
    ],
  },
  {
    title: 'Answering',
    columns: [
      ['F1', ({ f1 }) => percent(f1)],
      ['EM', ({ exactMatch }) => percent(exactMatch)],
      ['answered', ({ answered }) => percent(answered)],
      ['right of these', ({ rightWhenAnswered }) => percent(rightWhenAnswered)],
      ['shown', ({ shown }) => percent(shown)],
      ['right when shown', ({ rightWhenShown }) => percent(rightWhenShown)],
    ],
  },
  {
    title: REFUSING,
    columns: [
      ['refused', ({ refused }) => percent(refused)],
      ['not answered', ({ notAnswered }) => percent(notAnswered)],
      ['area', ({ area }) => decimals(area, 3)],
      ['threshold', ({ threshold }) => decimals(threshold, 3)],
      [`refused at ${KEPT_PERCENT} % kept`, ({ refusedAtThreshold }) => percent(refusedAtThreshold)],
      ['kept', ({ keptAtThreshold }) => percent(keptAtThreshold)],
    ],
  },
];

/** The figures of sets whose right sentences are known; see {@link renderSections}. */
export function renderPlainTables(
  rows: readonly Row<Summary>[],
  {
    keptSet,
    columns: width,
  }: {
    /** The set whose own questions the thresholds keep 95 % of; null where there is none. */
    readonly keptSet: string | null;
    /** Infinite where nothing limits them. */
    readonly columns: number;
  },
): string {
  const sections = SECTIONS.map((section) =>
    section.title === REFUSING && keptSet !== null
      ? { ...section, title: `${REFUSING} (threshold: ${KEPT_PERCENT} % of ${keptSet} kept)` }
      : section,
  );
  return renderSections(sections, rows, width);
}
