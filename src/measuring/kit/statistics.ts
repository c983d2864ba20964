/** Returns the mean, `true` counting as 1, or null if there is no item. */
export function computeMean<T>(items: readonly T[], value: (item: T) => number | boolean): number | null {
  if (items.length === 0) return null;
  return items.reduce((sum, item) => sum + Number(value(item)), 0) / items.length;
}

/**
 * Returns the value that `share` (0 to 1) of `values` do not exceed, by nearest rank. It is always one of them: the 0.99 quantile of fewer than a
 * hundred is the highest. NaN where there are none.
 *
 * @see https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
 */
export function computeQuantile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN;
}

/**
 * Returns the area under the ROC curve: the chance that a random positive scores above a random negative, a tie counting half. 0.5 says nothing,
 * 1 separates them fully, or null if either list is empty.
 *
 * @see https://en.wikipedia.org/wiki/Mann%E2%80%93Whitney_U_test
 */
export function computeRocArea(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const scored = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].toSorted((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < scored.length; ) {
    let to = from;
    while (to < scored.length && scored[to]?.score === scored[from]?.score) to++;
    const averageRank = (from + 1 + to) / 2;
    rankSum += averageRank * scored.slice(from, to).filter(({ isPositive }) => isPositive).length;
    from = to;
  }
  const wins = rankSum - (positives.length * (positives.length + 1)) / 2;
  return wins / (positives.length * negatives.length);
}

/** Returns `count` of the items, evenly spaced and in their order; all of them where there are no more. */
export function sampleEvenly<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, sampled) => Math.floor((sampled * items.length) / count)).flatMap(
    (index) => items.slice(index, index + 1),
  );
}
