/** A run of tokens, by the numbers of its first and last one. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
  /** The sum of the scores of its two ends. */
  readonly score: number;
}

/** Longer answers are no short ones. */
const MAX_TOKENS = 20;

/** The run of at most 20 tokens with the highest sum of `starts` at its first and `ends` at its last; there must be one. */
export function bestSpan(starts: Float32Array, ends: Float32Array): TokenSpan {
  let best: TokenSpan = { first: 0, last: 0, score: Number.NEGATIVE_INFINITY };
  for (let first = 0; first < starts.length; first++) {
    for (let last = first; last < Math.min(starts.length, first + MAX_TOKENS); last++) {
      const score = (starts[first] ?? 0) + (ends[last] ?? 0);
      if (score > best.score) best = { first, last, score };
    }
  }
  return best;
}
