import { fitted, renderFittedTable } from '../text/fitted-table.ts';
import { KEPT_PERCENT } from './measures/keeping.ts';
import type { Summary } from './measures/summary.ts';

/** The figures of one set, from one contender. */
export interface Row {
  readonly name: string;
  readonly summary: Summary;
}

type Column = readonly [heading: string, cell: (summary: Summary) => string];

interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
}

const NONE = '–';
const REFUSING = 'Refusing';

/** Three tables: in one they would be wider than a window of 120 columns. */
const SECTIONS: readonly Section[] = [
  {
    title: 'Finding the right sentence',
    columns: [
      ['asked', ({ questions }) => questions.toLocaleString('en')],
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

/**
 * The figures as Markdown tables that also line up as plain text; no line break at the end. A table without a
 * figure is left out, and one that is wider than `columns` gives way to a block a set.
 */
export function renderTables(
  rows: readonly Row[],
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
  return SECTIONS.flatMap(({ title, columns }) => {
    const body = rows.map(({ name, summary }) => [name, ...columns.map(([, cell]) => cell(summary))]);
    if (body.every(([, ...cells]) => cells.every((cell) => cell === NONE))) return [];
    const isKeeping = title === REFUSING && keptSet !== null;
    const heading = isKeeping ? `${title} (threshold: ${KEPT_PERCENT} % of ${keptSet} kept)` : title;
    const lines = [['set', ...columns.map(([name]) => name)], ...body];
    const rightAligned = columns.map((_, column) => column + 1);
    return [`${fitted(heading, width)}\n\n${renderFittedTable(lines, { rightAligned, columns: width })}`];
  }).join('\n\n');
}

function percent(value: number | null): string {
  return value === null ? NONE : `${(100 * value).toFixed(1)} %`;
}

function decimals(value: number | null, digits: number): string {
  return value === null ? NONE : value.toFixed(digits);
}

function milliseconds(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
