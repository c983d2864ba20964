const LEAST = 20;
/** Of a terminal that does not know its size, which says 0. */
const USUAL = 80;

/** How many columns an output stream has room for; infinite where it is no terminal: what goes elsewhere must not be wrapped. */
export function measureColumns({
  isTTY,
  columns,
}: {
  readonly isTTY?: boolean;
  readonly columns?: number;
}): number {
  return isTTY === true ? Math.max(LEAST, columns || USUAL) : Number.POSITIVE_INFINITY;
}
