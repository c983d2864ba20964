import type { NaturalSummary } from '../measures/natural-summary.ts';
import {
  count,
  decimals,
  milliseconds,
  percent,
  type Row,
  renderSections,
  type Section,
} from './sections.ts';

const SECTIONS: readonly Section<NaturalSummary>[] = [
  {
    title: 'Natural questions: reading and finding',
    columns: [
      ['files', ({ loaded, files }) => `${count(loaded)} of ${count(files)}`],
      ['problems', ({ problems }) => count(problems)],
      ['asked', ({ questions }) => count(questions)],
      ['first', ({ first }) => percent(first)],
      ['top 3', ({ topThree }) => percent(topThree)],
      ['p50 ms', ({ p50Ms }) => milliseconds(p50Ms)],
      ['p99 ms', ({ p99Ms }) => milliseconds(p99Ms)],
    ],
  },
  {
    title: 'Natural questions: what is shown',
    columns: [
      ['shown rightly', ({ shownRightly }) => percent(shownRightly)],
      ['whole', ({ whole }) => percent(whole)],
      ['whole of all', ({ wholeOfAll }) => percent(wholeOfAll)],
      ['fit', ({ fit }) => percent(fit)],
    ],
  },
  {
    title: 'Natural questions: what is answered',
    columns: [
      ['answered rightly', ({ answeredRightly }) => percent(answeredRightly)],
      ['right of answered', ({ rightOfAnswered }) => percent(rightOfAnswered)],
      ['not answered', ({ notAnswered }) => percent(notAnswered)],
      ['area', ({ area }) => decimals(area, 3)],
    ],
  },
  {
    title: 'Natural questions: what should never be',
    columns: [
      ['changed', ({ changed }) => count(changed)],
      ['item without lead', ({ loneItems }) => count(loneItems)],
      ['lead alone', ({ loneLeads }) => count(loneLeads)],
      ['row without header', ({ bareRows }) => count(bareRows)],
      ['part of steps', ({ partialSteps }) => count(partialSteps)],
    ],
  },
];

/** The figures of natural sets; see {@link renderSections}. `width` may be infinite. */
export function renderNaturalTables(rows: readonly Row<NaturalSummary>[], width: number): string {
  return renderSections(SECTIONS, rows, width);
}
