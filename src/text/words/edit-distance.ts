/**
 * Counts the letters (UTF-16 units) that must be added, dropped, replaced or swapped with their neighbour to turn `a`
 * into `b` (optimal string alignment). 0 means equal. Gives up early and returns `limit + 1` when the distance exceeds
 * `limit`.
 *
 * Takes time in proportion to the letters times `limit`. Ignores the common beginning and end of the words, and
 * compares only letters within `limit` positions of each other. For words that differ early, a few letters suffice.
 *
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function computeEditDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > start && endOfB > start && a.charCodeAt(endOfA - 1) === b.charCodeAt(endOfB - 1)) {
    endOfA--;
    endOfB--;
  }
  if (endOfA === start || endOfB === start) return Math.max(endOfA, endOfB) - start;
  if (limit === 0) return 1;
  return compareRests(a.slice(start, endOfA), b.slice(start, endOfB), limit);
}

/** Compares words of at least one letter, whose lengths differ by at most `limit`. */
function compareRests(a: string, b: string, limit: number): number {
  // The cells of row `i` stand for the letters of `b` from `i - reach` to `i + reach`. All others would cost more than
  // the limit.
  const reach = Math.min(limit, Math.max(a.length, b.length));
  const width = 2 * reach + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width }, (_, cell) => Math.abs(cell - reach));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [];
    let least = limit + 1;
    for (let cell = 0; cell < width; cell++) {
      const j = i + cell - reach;
      const cost =
        j < 0 || j > b.length ? limit + 1 : computeCost(a, b, { i, j, cell, row, last, beforeLast });
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length - a.length + reach] ?? limit + 1, limit + 1);
}

interface Position {
  /** Number of letters of `a` and `b` that are already compared. */
  readonly i: number;
  readonly j: number;
  /** The position in `row`. The same letter of `b` is one cell farther right in `last`, and two in `beforeLast`. */
  readonly cell: number;
  readonly row: readonly number[];
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function computeCost(a: string, b: string, { i, j, cell, row, last, beforeLast }: Position): number {
  if (j === 0) return i;
  const [one, other] = [a.charCodeAt(i - 1), b.charCodeAt(j - 1)];
  let cost = Math.min(
    readCell(last, cell) + (one === other ? 0 : 1),
    readCell(last, cell + 1) + 1,
    readCell(row, cell - 1) + 1,
  );
  if (i > 1 && j > 1 && one === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
    cost = Math.min(cost, readCell(beforeLast, cell) + 1);
  return cost;
}

function readCell(row: readonly number[], cell: number): number {
  return row[cell] ?? Number.POSITIVE_INFINITY;
}
