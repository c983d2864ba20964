/**
 * The value that `share` (0 to 1) of `values` do not exceed, by nearest rank: always one of them, so the 0.99
 * quantile of fewer than a hundred is the highest. NaN where there are none.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
