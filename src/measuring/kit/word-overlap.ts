/** Returns the letters and numbers in lower case, with one space for everything between; `''` where there are none. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Returns the harmonic mean of precision and recall of the words, each counted as often as it occurs: 0 to 1, best 1. */
export function computeOverlapF1(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of a) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length);
}

/** Returns which share of the distinct `wanted` items is among `given`, 0 to 1; 0 where nothing is wanted. */
export function computeCoverage(wanted: readonly string[], given: readonly string[]): number {
  const [distinct, other] = [new Set(wanted), new Set(given)];
  const found = [...distinct].filter((each) => other.has(each));
  return distinct.size === 0 ? 0 : found.length / distinct.size;
}
