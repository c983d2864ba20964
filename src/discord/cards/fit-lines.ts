export interface LineLimits {
  readonly maxLines: number;
  /** UTF-16 units of the result joined by line breaks, the line that tells what is left included. */
  readonly maxChars: number;
  /** The line that stands for so many more, such as `… and 3 more articles`. */
  readonly more: (count: number) => string;
}

/** `lines` where they keep the limits, else as many of the first as do, and the line for what is left. */
export function fitLines(
  lines: readonly string[],
  { maxLines, maxChars, more }: LineLimits,
): readonly string[] {
  if (lines.length <= maxLines && lines.join('\n').length <= maxChars) return lines;
  const left = (shown: number): string => more(lines.length - shown);
  const fitting: string[] = [];
  let chars = left(0).length;
  for (const line of lines.slice(0, maxLines)) {
    chars += line.length + 1;
    if (chars > maxChars) break;
    fitting.push(line);
  }
  return [...fitting, left(fitting.length)];
}
