/** Null where there is none. */
export function mean<T>(items: readonly T[], value: (item: T) => number | boolean): number | null {
  if (items.length === 0) return null;
  return items.reduce((sum, item) => sum + Number(value(item)), 0) / items.length;
}

/** The value below which `share` (0 to 1) of the values are, or nearly; 0 where there is none. */
export function quantile(values: readonly number[], share: number): number {
  const rising = values.toSorted((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? 0;
}
