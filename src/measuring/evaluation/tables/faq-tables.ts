import type { FaqSummary } from '../measures/faq-measure.ts';
import { count, milliseconds, percent, type Row, renderSections, type Section } from './sections.ts';

const SECTIONS: readonly Section<FaqSummary>[] = [
  {
    title: 'Questions and answers: asked in the words of their headings, and in others',
    columns: [
      ['files', ({ loaded, files }) => `${count(loaded)} of ${count(files)}`],
      ['own words', ({ own }) => count(own.questions)],
      ['shown', ({ own }) => percent(own.shownRightly)],
      ['answered', ({ own }) => percent(own.answeredRightly)],
      ['other words', ({ reworded }) => count(reworded.questions)],
      ['shown then', ({ reworded }) => percent(reworded.shownRightly)],
      ['answered then', ({ reworded }) => percent(reworded.answeredRightly)],
      ['p50 ms', ({ p50Ms }) => milliseconds(p50Ms)],
      ['p99 ms', ({ p99Ms }) => milliseconds(p99Ms)],
    ],
  },
];

/** The figures of sets of FAQ files; see {@link renderSections}. `width` may be infinite. */
export function renderFaqTables(rows: readonly Row<FaqSummary>[], width: number): string {
  return renderSections(SECTIONS, rows, width);
}
