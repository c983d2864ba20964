import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import { measureColumns } from '../text/layout/text-table.ts';

/** The width and the colours of the window that text is shown in. */
export interface Screen {
  /** Infinite where the text goes to a file or another program: that must not be wrapped. */
  readonly columns: number;
  readonly colours: ReturnType<typeof pc.createColors>;
}

/** Longer lines are hard to read. */
const MAX_COLUMNS = 100;

/** Creates the screen of an output stream. Text is wrapped and coloured only in a terminal, and never coloured where `NO_COLOR` is set. */
export function createScreen(output: { readonly isTTY?: boolean; readonly columns?: number }): Screen {
  const columns = measureColumns(output);
  if (columns === Number.POSITIVE_INFINITY) return { columns, colours: pc.createColors(false) };
  return { columns: Math.min(MAX_COLUMNS, columns), colours: pc.createColors(pc.isColorSupported) };
}

/**
 * Wraps text to the screen and indents every line by `indent` spaces. Words longer than a line are divided. In a terminal, wrap-ansi joins accents with
 * their letters (NFC).
 */
export function wrapText({ columns }: Screen, text: string, indent = 0): string {
  const lines =
    columns === Number.POSITIVE_INFINITY ? text : wrapAnsi(text, columns - indent, { hard: true });
  return lines
    .split('\n')
    .map((line) => ' '.repeat(indent) + line.trimEnd())
    .join('\n');
}

/** Wraps text after a marker such as `- `. All lines but the first start below the first word. */
export function wrapWithMarker(
  screen: Screen,
  { indent, marker, text }: { readonly indent: number; readonly marker: string; readonly text: string },
): string {
  const start = ' '.repeat(indent) + marker;
  const lines = wrapText(screen, text, start.length);
  return marker === '' ? lines : start + lines.slice(start.length);
}
