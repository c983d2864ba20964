import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { measureColumns } from '../text/layout/window-width.ts';

/** Where text is shown: how wide, and whether colours are understood. */
export interface Screen {
  /** Columns; infinite where the text goes to a file or another program, which must not be wrapped. */
  readonly columns: number;
  readonly colours: ReturnType<typeof pc.createColors>;
}

/** Longer lines are hard to read. */
const MAX_COLUMNS = 100;

/** The screen behind an output stream: wrapped and coloured only on a terminal, and never where `NO_COLOR` is set. */
export function screenOf(output: { readonly isTTY?: boolean; readonly columns?: number }): Screen {
  const columns = measureColumns(output);
  if (columns === Number.POSITIVE_INFINITY) return { columns, colours: pc.createColors(false) };
  return { columns: Math.min(MAX_COLUMNS, columns), colours: pc.createColors(pc.isColorSupported) };
}

/**
 * `text` wrapped to the screen, every line indented by `indent` spaces; words longer than a line are divided. On a
 * terminal wrap-ansi joins accents with their letters (NFC).
 */
export function wrap({ columns }: Screen, text: string, indent = 0): string {
  const lines =
    columns === Number.POSITIVE_INFINITY ? text : wrapAnsi(text, columns - indent, { hard: true });
  return lines
    .split('\n')
    .map((line) => ' '.repeat(indent) + line.trimEnd())
    .join('\n');
}

/** The same behind a marker such as `- `: all lines but the first stand below the first word. */
export function wrapBehind(
  screen: Screen,
  { indent, marker, text }: { readonly indent: number; readonly marker: string; readonly text: string },
): string {
  const set = ' '.repeat(indent) + marker;
  const lines = wrap(screen, text, set.length);
  return marker === '' ? lines : set + lines.slice(set.length);
}
