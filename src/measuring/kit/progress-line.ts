export interface ProgressLine {
  /** Shows what is under way now, instead of what was. */
  readonly show: (what: string) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const WIDTH = 79;

/** A line that tells what is under way on a terminal; nothing anywhere else. */
export function progressLine(stream: {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}): ProgressLine {
  if (stream.isTTY !== true) return { show: () => {}, end: () => {} };
  return {
    show: (what) => {
      stream.write(`\r${what.slice(0, WIDTH).padEnd(WIDTH)}`);
    },
    end: () => {
      stream.write(`\r${' '.repeat(WIDTH)}\r`);
    },
  };
}
