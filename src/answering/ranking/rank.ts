import { returnNullIfGone } from '../../encoders/encoders.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { computePolarityBonus } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import type { FactVectors } from '../reading/fact-vectors.ts';
import { createExplanationBonus } from './explanation-bonus.ts';
import { computeFigureBonus } from './figure-bonus.ts';
import { replaceIntroduction } from './past-introduction.ts';
import { rankByWords } from './rank-by-words.ts';
import { rankWithEncoders, readCandidate } from './rank-with-encoders.ts';
import type { RankedCandidate } from './ranked-candidate.ts';
import { computeTopicBonus } from './topic-agreement.ts';

/** How many matches are asked for where any of them may be wanted. */
export const CANDIDATES = 40;

interface RankOptions {
  readonly limit: number;
  readonly vectors: FactVectors | null;
  /** The path of the only article to search; all unless given. */
  readonly within?: string | undefined;
}

/**
 * The facts that may answer a question, best first: at least `limit` where the base has as many. Empty where the question asks nothing, or by
 * words alone where no word fits. The same facts lead whatever the limit is.
 */
export async function rankFacts(
  question: Question,
  { limit, vectors, within }: RankOptions,
): Promise<readonly RankedCandidate[]> {
  const bonus = createBonus(question);
  const best =
    vectors === null
      ? null
      : await returnNullIfGone(rankWithEncoders(question, { limit, vectors, within, bonus }));
  return replaceIntroduction(question, best ?? rankByWords(question, { limit, within, bonus }));
}

/** Has the encoders read a fact that they have not read; unchanged where they cannot run. */
export async function readAlone(
  question: Question,
  { ranked, vectors }: { readonly ranked: RankedCandidate; readonly vectors: FactVectors | null },
): Promise<RankedCandidate> {
  if (vectors === null || ranked.judgement !== null) return ranked;
  const { candidate } = ranked;
  const judgement = await returnNullIfGone(readCandidate(question, { candidate, vectors }));
  return { ...ranked, judgement };
}

/** The sum of the bonuses of a candidate, the same by words and by meaning. */
function createBonus(question: Question): (candidate: Candidate) => number {
  const explains = createExplanationBonus(question);
  return (candidate) =>
    explains(candidate) +
    computePolarityBonus(question, candidate) +
    computeTopicBonus(question, candidate) +
    computeFigureBonus(question, candidate);
}
