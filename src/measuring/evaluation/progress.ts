import { measureColumns } from '../../text/layout/window-width.ts';

export interface Progress {
  /** One more of the total is done. */
  readonly step: () => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const MOST_WIDTH = 40;

/** A bar that fills up on a terminal, no wider than that; nothing anywhere else. */
export function progressOn(
  stream: {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly write: (text: string) => unknown;
  },
  total: number,
): Progress {
  if (stream.isTTY !== true) return { step: () => {}, end: () => {} };
  const longestCount = ` ${total} of ${total}`.length;
  // A line that fills the last column would move on to the next one.
  const width = Math.max(1, Math.min(MOST_WIDTH, measureColumns(stream) - longestCount - 1));
  let done = 0;
  let shown = -1;
  return {
    step: () => {
      done++;
      const filled = Math.floor((width * done) / Math.max(1, total));
      if (filled === shown) return;
      shown = filled;
      stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done} of ${total}`);
    },
    end: () => {
      stream.write(`\r${' '.repeat(width + longestCount)}\r`);
    },
  };
}
