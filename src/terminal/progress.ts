import { measureColumns } from '../text/layout/text-table.ts';

/** Standard output or standard error. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

export interface ProgressLine {
  /** Shows a text in the place of the one before. */
  readonly show: (text: string) => void;
  /** Clears the line. */
  readonly end: () => void;
}

export interface ProgressBar {
  /** Counts one more of the total as done. */
  readonly step: () => void;
  /** Clears the bar. */
  readonly end: () => void;
}

const MAX_LINE_WIDTH = 79;
const MAX_BAR_WIDTH = 40;

/** Creates a line that says what is being done, cut to the width of the terminal. It shows nothing where `stream` is no terminal. */
export function createProgressLine(stream: OutputStream): ProgressLine {
  if (stream.isTTY !== true) return { show: () => {}, end: () => {} };
  let shownChars = 0;
  const replace = (text: string): void => {
    stream.write(`\r${text.padEnd(shownChars)}`);
    shownChars = text.length;
  };
  return {
    show: (text) => replace(text.slice(0, countColumns(stream))),
    end: () => {
      replace('');
      stream.write('\r');
    },
  };
}

/** Creates a bar that fills up until `total` steps are done, in a progress line. It is redrawn only when it grows. */
export function createProgressBar(stream: OutputStream, total: number): ProgressBar {
  const line = createProgressLine(stream);
  const longestCount = ` ${total} of ${total}`.length;
  const width = Math.max(1, Math.min(MAX_BAR_WIDTH, countColumns(stream) - longestCount));
  let done = 0;
  let shown = -1;
  return {
    step: () => {
      done++;
      const filled = Math.floor((width * done) / Math.max(1, total));
      if (filled === shown) return;
      shown = filled;
      line.show(`${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total}`);
    },
    end: line.end,
  };
}

/** Returns how many characters fit: a line that fills the last column would move on to the next line. */
function countColumns(stream: OutputStream): number {
  return Math.min(MAX_LINE_WIDTH, measureColumns(stream) - 1);
}
