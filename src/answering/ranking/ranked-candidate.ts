import type { Judgement } from '../../encoders/encoders.ts';
import { toArticleInfo } from '../../knowledge/article/article.ts';
import type { Candidate, Match } from '../../search/index/candidate.ts';

/** A candidate with its final score and the reader's judgement. */
export interface RankedCandidate {
  readonly candidate: Candidate;
  /** Best highest; comparable within one question only. */
  readonly score: number;
  /** Null if the encoders have not read the fact. */
  readonly judgement: CandidateJudgement | null;
}

/** The encoders' judgement of a candidate. */
export interface CandidateJudgement extends Judgement {
  /** The cosine of the fact's vector and the question's: at most 1. */
  readonly similarity: number;
}

/** Converts a candidate to a match. Its score is the share of the best one's: 1 for the best, nearing 0. */
export function toMatch(
  { candidate: { fact, article }, score }: RankedCandidate,
  best: RankedCandidate | undefined,
): Match {
  return { fact, article: toArticleInfo(article), score: Math.exp(score - (best?.score ?? score)) };
}
