import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';

/** Where text is shown: how wide, and whether colours are understood. */
export interface Screen {
  /** Columns; infinite where the text goes to a file or another program, which must not be wrapped. */
  readonly columns: number;
  readonly colours: ReturnType<typeof pc.createColors>;
}

const MIN_COLUMNS = 20;
const MAX_COLUMNS = 100;
const DEFAULT_COLUMNS = 80;

/** The screen behind an output stream: wrapped and coloured only on a terminal, and never where `NO_COLOR` is set. */
export function screenOf(output: { readonly isTTY?: boolean; readonly columns?: number }): Screen {
  if (output.isTTY !== true) return { columns: Number.POSITIVE_INFINITY, colours: pc.createColors(false) };
  // A terminal that does not know its size says 0.
  const columns = Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, output.columns || DEFAULT_COLUMNS));
  return { columns, colours: pc.createColors(pc.isColorSupported) };
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
