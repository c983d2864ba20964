import wrapAnsi from 'wrap-ansi';

/**
 * Renders a Markdown table whose columns also line up as plain text, without a line break at the end. The first of
 * `lines` is the heading; shorter lines get empty cells. `rightAligned` lists columns, from 0; use it for columns that
 * hold only figures below the heading.
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
 * Renders a table (see {@link renderTextTable}) for a window with this number of `columns`. Where it would be wider,
 * each line becomes a block: its first cell, then the other cells as `heading: cell`. No line break at the end.
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

/** Wraps `text` to lines of at most `columns`, which may be infinite. Breaks lines between words where a word fits. */
export function wrapToColumns(text: string, columns: number): string {
  return columns === Number.POSITIVE_INFINITY ? text : wrapAnsi(text, columns, { hard: true, trim: false });
}

const LEAST_COLUMNS = 20;
/** For a terminal that reports 0 because it does not know its size. */
const USUAL_COLUMNS = 80;

/**
 * Returns the width of an output stream in columns. Infinite where it is not a terminal, because other output must not
 * be wrapped.
 */
export function measureColumns({
  isTTY,
  columns,
}: {
  readonly isTTY?: boolean;
  readonly columns?: number;
}): number {
  return isTTY === true ? Math.max(LEAST_COLUMNS, columns || USUAL_COLUMNS) : Number.POSITIVE_INFINITY;
}
