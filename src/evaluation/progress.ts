export interface Progress {
  /** One more of the total is done. */
  readonly step: () => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const WIDTH = 40;

/** A bar that fills up on a terminal; nothing anywhere else. */
export function progressOn(
  stream: { readonly isTTY?: boolean; readonly write: (text: string) => unknown },
  total: number,
): Progress {
  if (stream.isTTY !== true) return { step: () => {}, end: () => {} };
  let done = 0;
  let shown = -1;
  return {
    step: () => {
      done++;
      const filled = Math.floor((WIDTH * done) / Math.max(1, total));
      if (filled === shown) return;
      shown = filled;
      stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total}`);
    },
    end: () => {
      stream.write(`\r${' '.repeat(WIDTH + 30)}\r`);
    },
  };
}
