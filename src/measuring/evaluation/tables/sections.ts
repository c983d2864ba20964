import { renderFittedTable, wrapToColumns } from '../../../text/layout/text-table.ts';

/** The figures of one set, from one contender. */
export interface Row<Figures> {
  readonly name: string;
  readonly summary: Figures;
}

type Column<Figures> = readonly [heading: string, cell: (summary: Figures) => string];

/** A table with its title. */
export interface Section<Figures> {
  readonly title: string;
  readonly columns: readonly Column<Figures>[];
}

const NONE = '–';

/**
 * The figures as Markdown tables that also line up as plain text; no line break at the end. A table without a
 * figure is left out, and one that is wider than `width`, which may be infinite, gives way to a block a row.
 */
export function renderSections<Figures>(
  sections: readonly Section<Figures>[],
  rows: readonly Row<Figures>[],
  width: number,
): string {
  return sections
    .flatMap(({ title, columns }) => {
      const body = rows.map(({ name, summary }) => [name, ...columns.map(([, cell]) => cell(summary))]);
      if (body.every(([, ...cells]) => cells.every((cell) => cell === NONE))) return [];
      const lines = [['set', ...columns.map(([name]) => name)], ...body];
      const rightAligned = columns.map((_, column) => column + 1);
      return [
        `${wrapToColumns(title, width)}\n\n${renderFittedTable(lines, { rightAligned, columns: width })}`,
      ];
    })
    .join('\n\n');
}

export function percent(value: number | null): string {
  return value === null ? NONE : `${(100 * value).toFixed(1)} %`;
}

export function decimals(value: number | null, digits: number): string {
  return value === null ? NONE : value.toFixed(digits);
}

export function count(value: number | null): string {
  return value === null ? NONE : value.toLocaleString('en');
}

export function milliseconds(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
