/** How many in a hundred of the questions that have an answer are to be kept. */
export const KEPT_PERCENT = 95;

/**
 * The highest confidence at which at least 95 % of the questions that these are the confidences of are kept, that is
 * have it or more; null where there is none.
 */
export function keepingThreshold(confidences: readonly number[]): number | null {
  const rising = confidences.toSorted((a, b) => a - b);
  return rising[Math.floor((rising.length * (100 - KEPT_PERCENT)) / 100)] ?? null;
}
