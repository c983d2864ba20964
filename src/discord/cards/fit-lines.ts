export interface LineLimits {
  readonly maxLines: number;
  /** Maximum UTF-16 units of the result, joined by line breaks and including the line for the rest. */
  readonly maxChars: number;
  /** Returns the line for the lines that are left out, such as `… and 3 more articles`. */
  readonly more: (values: { readonly count: number }) => string;
}

/** Returns `lines` if they keep the limits; otherwise the first lines that fit and one line for the rest. */
export function fitLines(
  lines: readonly string[],
  { maxLines, maxChars, more }: LineLimits,
): readonly string[] {
  if (lines.length <= maxLines && lines.join('\n').length <= maxChars) return lines;
  const describeRest = (shown: number): string => more({ count: lines.length - shown });
  const fitting: string[] = [];
  let chars = describeRest(0).length;
  for (const line of lines.slice(0, maxLines)) {
    chars += line.length + 1;
    if (chars > maxChars) break;
    fitting.push(line);
  }
  return [...fitting, describeRest(fitting.length)];
}
