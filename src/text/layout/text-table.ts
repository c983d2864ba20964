import wrapAnsi from 'wrap-ansi';

/**
 * A Markdown table whose columns also line up as plain text; no line break at the end. The first of `lines` is
 * the heading; a line that is shorter than it is filled with empty cells. Columns that hold nothing but figures
 * below the heading are best given as `rightAligned`, counted from 0.
 */
export function renderTextTable(
  lines: readonly (readonly string[])[],
  { rightAligned = [] }: { readonly rightAligned?: readonly number[] } = {},
): string {
  const [head = [], ...body] = lines;
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const rule = widths.map((width, column) =>
    rightAligned.includes(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const render = (line: readonly string[]): string => {
    const cells = widths.map((width, column) => {
      const cell = line[column] ?? '';
      return rightAligned.includes(column) ? cell.padStart(width) : cell.padEnd(width);
    });
    return `| ${cells.join(' | ')} |`;
  };
  return [head, rule, ...body].map(render).join('\n');
}

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
