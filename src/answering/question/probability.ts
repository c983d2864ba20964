/** The probability that belongs to a logit, of which 0 means one half. */
export function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
