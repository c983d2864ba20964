/** Returns the blanks at the start of a line. */
export function readIndent(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** Returns the number of columns by which a line is indented. */
export function measureIndent(line: string): number {
  return countColumns(readIndent(line));
}

/** Counts the columns of a text. A tab counts as four, wherever it stands. */
export function countColumns(text: string): number {
  return text.replaceAll('\t', '    ').length;
}
