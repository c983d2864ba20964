import { infoOf } from '../../knowledge/article.ts';
import type { Reading } from '../../reading/reader.ts';
import type { Candidate, Match } from '../../search/candidate.ts';

/** A candidate with all that speaks for it. */
export interface Ranked {
  readonly candidate: Candidate;
  /** Best highest; comparable within one question only. */
  readonly score: number;
  /** A number for each of `FEATURES`, and for what was read also of `READING_FEATURES`; empty beyond the candidates that are weighed. */
  readonly features: readonly number[];
  /** Null for all but the best. */
  readonly reading: Reading | null;
  /** Null where the encoders have not read it. */
  readonly judged: Judged | null;
}

/** What the encoders make of a candidate. */
export interface Judged {
  /** The reader's logit of the probability that it answers. */
  readonly answers: number;
  /** See `Found` for these. */
  readonly words: number;
  readonly likeness: number;
  readonly found: number;
}

/** A match whose score is its share of the best one's: 1 for that, nearing 0. */
export function toMatch({ candidate: { fact, article }, score }: Ranked, best: Ranked | undefined): Match {
  return { fact, article: infoOf(article), score: Math.exp(score - (best?.score ?? score)) };
}
