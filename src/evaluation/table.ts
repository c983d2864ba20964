import type { Summary } from './summary.ts';

/** One row: the figures of one set. */
export interface Row {
  readonly set: string;
  readonly summary: Summary;
}

const COLUMNS: readonly (readonly [heading: string, cell: (row: Row) => string])[] = [
  ['set', ({ set }) => set],
  ['questions', ({ summary }) => String(summary.questions)],
  ['right sentence', ({ summary }) => percent(summary.rightSentence)],
  ['MRR@5', ({ summary }) => share(summary.reciprocalRank)],
  ['right article', ({ summary }) => percent(summary.rightArticle)],
  ['F1', ({ summary }) => percent(summary.f1)],
  ['EM', ({ summary }) => percent(summary.exactMatch)],
  ['answered', ({ summary }) => percent(summary.answered)],
  ['right of these', ({ summary }) => percent(summary.rightWhenAnswered)],
  ['refused', ({ summary }) => percent(summary.refused)],
  ['area', ({ summary }) => share(summary.area)],
  ['p50 ms', ({ summary }) => summary.p50Ms.toFixed(1)],
  ['p99 ms', ({ summary }) => summary.p99Ms.toFixed(1)],
];

/** A Markdown table whose columns also line up as plain text; no line break at the end. */
export function renderTable(rows: readonly Row[]): string {
  const cells = [
    COLUMNS.map(([heading]) => heading),
    ...rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const [head = [], ...body] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((line) => renderLine(line, widths)).join('\n');
}

function renderLine(line: readonly string[], widths: readonly number[]): string {
  return `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
}

function percent(value: number | null): string {
  return value === null ? '–' : `${(100 * value).toFixed(1)} %`;
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}
