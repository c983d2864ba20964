/** Differences between scores beyond this say no more. */
const FURTHEST = 20;

/** A difference between two scores as what is learned sees it: -20 to 20. */
export function limited(difference: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, difference));
}
