import type { Reading } from '../../reading/reader.ts';
import type { Candidate } from '../../search/candidate.ts';

/** A candidate with all that speaks for it. */
export interface Ranked {
  readonly candidate: Candidate;
  /** Best highest; comparable within one question only. */
  readonly score: number;
  /** A number for each of `FEATURES`, and for what was read also of `READING_FEATURES`; empty beyond the candidates that are weighed. */
  readonly features: readonly number[];
  /** Null for all but the best. */
  readonly reading: Reading | null;
}
