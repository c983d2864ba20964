import { unlessGone } from '../../encoders/encoders.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { polarityBonus } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import type { Meaning } from '../reading/meaning.ts';
import { explanationBonus } from './explanation-bonus.ts';
import { figureBonus } from './figure-bonus.ts';
import { ownTopicBonus } from './own-topic.ts';
import { pastIntroduction } from './past-introduction.ts';
import { rankByMeaning, readByMeaning } from './rank-by-meaning.ts';
import { rankByWords } from './rank-by-words.ts';
import type { Ranked } from './ranked.ts';

/** How many matches are asked for where any of them may be wanted. */
export const CANDIDATES = 40;

interface RankOptions {
  readonly limit: number;
  readonly meaning: Meaning | null;
  /** The path of the only article to search; all unless given. */
  readonly within?: string | undefined;
}

/**
 * The facts that may answer a question, best first: at least `limit` where the base has as many. Empty where the question asks nothing, or by
 * words alone where no word fits. The same facts lead whatever the limit is.
 */
export async function rank(
  base: FactBase,
  question: Question,
  { limit, meaning, within }: RankOptions,
): Promise<readonly Ranked[]> {
  const bonus = bonusFor(base, question);
  const best =
    meaning === null
      ? null
      : await unlessGone(rankByMeaning(base, question, { limit, meaning, within, bonus }));
  return pastIntroduction(question, best ?? rankByWords(base, question, { limit, within, bonus }));
}

/** Has the encoders read a fact that they have not read; unchanged where they cannot run. */
export async function readAlone(
  base: FactBase,
  question: Question,
  { ranked, meaning }: { readonly ranked: Ranked; readonly meaning: Meaning | null },
): Promise<Ranked> {
  if (meaning === null || ranked.judged !== null) return ranked;
  const { candidate } = ranked;
  const judged = await unlessGone(readByMeaning(base, question, { candidate, meaning }));
  return { ...ranked, judged };
}

/** The sum of the bonuses of a candidate, the same by words and by meaning. */
function bonusFor(base: FactBase, question: Question): (candidate: Candidate) => number {
  const explains = explanationBonus(base, question);
  return (candidate) =>
    explains(candidate) +
    polarityBonus(question, candidate) +
    ownTopicBonus(base, question, candidate) +
    figureBonus(base, question, candidate);
}
