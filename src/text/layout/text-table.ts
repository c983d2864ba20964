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
