/**
 * How many letters (UTF-16 units) must be added, dropped, replaced or swapped with their neighbour to turn `a` into
 * `b` (optimal string alignment). 0 is equal; gives up early and returns `limit + 1` once it is above `limit`.
 *
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, { i, last, beforeLast });
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

/**
 * Whether `editDistance(a, b, most) <= most`, which this tells of words that have little in common without looking at most of their
 * letters: right for going through thousands of them with a `most` of 1 or 2, not for a large one (it takes up to `4 ** most` looks).
 */
export function isWithinEdits(a: string, b: string, most: number): boolean {
  const from = (atA: number, atB: number, edits: number): boolean => {
    let [i, j] = [atA, atB];
    while (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    }
    const [restOfA, restOfB] = [a.length - i, b.length - j];
    if (Math.max(restOfA, restOfB) <= edits) return true;
    if (edits === 0 || Math.abs(restOfA - restOfB) > edits) return false;
    if (from(i + 1, j + 1, edits - 1) || from(i + 1, j, edits - 1) || from(i, j + 1, edits - 1)) return true;
    return a[i] === b[j + 1] && a[i + 1] === b[j] && from(i + 2, j + 2, edits - 1);
  };
  return from(0, 0, most);
}

interface Progress {
  readonly i: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
}

function nextRow(a: string, b: string, { i, last, beforeLast }: Progress): readonly number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const same = a[i - 1] === b[j - 1];
    let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    if (swapped) best = Math.min(best, at(beforeLast, j - 2) + 1);
    row.push(best);
  }
  return row;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
