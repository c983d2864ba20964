const LEAST = 20;
/** For a terminal that reports 0 because it does not know its size. */
const USUAL = 80;

/**
 * Returns the width of an output stream in columns. Infinite where it is not a terminal, because other output must not
 * be wrapped.
 */
export function measureColumns({
  isTTY,
  columns,
}: {
  readonly isTTY?: boolean;
  readonly columns?: number;
}): number {
  return isTTY === true ? Math.max(LEAST, columns || USUAL) : Number.POSITIVE_INFINITY;
}
