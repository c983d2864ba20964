import { renderFittedTable, wrapToColumns } from '../../text/layout/text-table.ts';
import { NO_FIGURE } from '../kit/figures.ts';

/** The figures of one set and one contender. */
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

/**
 * Renders the figures as Markdown tables that also line up as plain text; no line break at the end. Leaves out a table without a figure. A table that
 * is wider than `width`, which may be infinite, becomes a block for each row.
 */
export function renderSections<Figures>(
  sections: readonly Section<Figures>[],
  rows: readonly Row<Figures>[],
  width: number,
): string {
  return sections
    .flatMap(({ title, columns }) => {
      const body = rows.map(({ name, summary }) => [name, ...columns.map(([, cell]) => cell(summary))]);
      if (body.every(([, ...cells]) => cells.every((cell) => cell === NO_FIGURE))) return [];
      const lines = [['set', ...columns.map(([name]) => name)], ...body];
      const rightAligned = columns.map((_, column) => column + 1);
      return [
        `${wrapToColumns(title, width)}\n\n${renderFittedTable(lines, { rightAligned, columns: width })}`,
      ];
    })
    .join('\n\n');
}
