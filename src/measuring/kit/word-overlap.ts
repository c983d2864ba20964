/** Small letters and numbers, everything else one blank; `''` where there is none of them. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Harmonic mean of the precision and recall of words, each counted as often as it stands there: 0 to 1, best 1. */
export function overlapF1(a: readonly string[], b: readonly string[]): number {
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

/** The share of what is in `wanted`, each counted once, that is in `there` too; 0 where nothing is wanted. */
export function sharedPart(wanted: readonly string[], there: readonly string[]): number {
  const [own, other] = [new Set(wanted), new Set(there)];
  const found = [...own].filter((each) => other.has(each));
  return own.size === 0 ? 0 : found.length / own.size;
}
