import wrapAnsi from 'wrap-ansi';
import { renderTextTable } from './text-table.ts';

/**
 * A table (see {@link renderTextTable}) in a window of so many `columns`. Where it would be wider, each line is a block of its
 * own: its first cell, and below that every other one as `heading: cell`. No line break at the end.
 */
export function renderFittedTable(
  lines: readonly (readonly string[])[],
  { rightAligned, columns }: { readonly rightAligned: readonly number[]; readonly columns: number },
): string {
  const table = renderTextTable(lines, { rightAligned });
  const width = table.split('\n', 1)[0]?.length ?? 0;
  return width <= columns ? table : wrapToColumns(renderBlocks(lines), columns);
}

function renderBlocks([head = [], ...body]: readonly (readonly string[])[]): string {
  const blocks = body.map((cells) =>
    head.map((heading, column) => {
      const cell = cells[column] ?? '';
      return column === 0 ? cell : `  ${heading}: ${cell}`;
    }),
  );
  return blocks.map((block) => block.join('\n')).join('\n\n');
}

/** `text` with lines of at most so many `columns`, which may be infinite; divided at words where they leave room for one. */
export function wrapToColumns(text: string, columns: number): string {
  return columns === Number.POSITIVE_INFINITY ? text : wrapAnsi(text, columns, { hard: true, trim: false });
}
