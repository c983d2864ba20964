import type { Judgement } from '../../encoders/encoders.ts';
import { toArticleInfo } from '../../knowledge/article/article.ts';
import type { Candidate, Match } from '../../search/index/candidate.ts';

/** A candidate with all that speaks for it. */
export interface RankedCandidate {
  readonly candidate: Candidate;
  /** Best highest; comparable within one question only. */
  readonly score: number;
  /** Null where the encoders have not read it. */
  readonly judgement: CandidateJudgement | null;
}

/** The encoders' judgement of a candidate. */
export interface CandidateJudgement extends Judgement {
  /** The cosine of its vector and the question's: at most 1. */
  readonly similarity: number;
}

/** A match whose score is its share of the best one's: 1 for that, nearing 0. */
export function toMatch(
  { candidate: { fact, article }, score }: RankedCandidate,
  best: RankedCandidate | undefined,
): Match {
  return { fact, article: toArticleInfo(article), score: Math.exp(score - (best?.score ?? score)) };
}
