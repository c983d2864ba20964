import { returnNullIfGone } from '../../encoders/encoders.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';
import { computePolarityBonus } from '../question/polarity.ts';
import type { Question } from '../question/question.ts';
import { createExplanationFinder, type ShortForm, saysLongForm } from '../question/short-form.ts';
import type { FactVectors } from '../reading/fact-vectors.ts';
import { settlesFigure } from '../yes-no/align.ts';
import { replaceIntroduction } from './introduction.ts';
import { rankByWords } from './rank-by-words.ts';
import { rankWithEncoders, readCandidate } from './rank-with-encoders.ts';
import type { RankedCandidate } from './ranked-candidate.ts';
import { computeTopicBonus } from './topic-agreement.ts';

/** How many matches to ask for where any of them may be needed. */
export const CANDIDATES = 40;

interface RankOptions {
  readonly limit: number;
  readonly vectors: FactVectors | null;
  /** The path of the only article to search; all articles by default. */
  readonly within?: string | undefined;
}

/**
 * Ranks the facts that may answer a question, best first: at least `limit` where the base has as many. Returns none if the question
 * asks nothing, or if the encoders cannot run and no word fits. The same facts lead whatever the limit is.
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

/** Lets the encoders read a fact that they have not read yet. Returns it unchanged if they cannot run. */
export async function readAlone(
  question: Question,
  { ranked, vectors }: { readonly ranked: RankedCandidate; readonly vectors: FactVectors | null },
): Promise<RankedCandidate> {
  if (vectors === null || ranked.judgement !== null) return ranked;
  const { candidate } = ranked;
  const judgement = await returnNullIfGone(readCandidate(question, { candidate, vectors }));
  return { ...ranked, judgement };
}

/** Creates the function that sums up a candidate's bonuses. They are the same with and without encoders. */
function createBonus(question: Question): (candidate: Candidate) => number {
  const computeExplanationBonus = createExplanationBonus(question);
  return (candidate) =>
    computeExplanationBonus(candidate) +
    computePolarityBonus(question, candidate) +
    computeTopicBonus(question, candidate) +
    (settlesFigure(question, candidate) ? SETTLES_FIGURE : 0);
}

/**
 * Added to the score of a fact that settles a yes-no question about a number. It lets the fact lead if its words fit about as well as those
 * of others. With 5, every such answer had a confidence of 1.
 */
const SETTLES_FIGURE = 2;

/**
 * Added for a fact that spells out the short form asked about, and for one that names its long form. Both exceed what the reader says, which
 * does not know what stands for what. Both are less than the bonus for an answer that the article gives itself.
 */
const SPELT_OUT = 10;
const NAMED = 5;
/** Added for a fact that says the words of the long form in the front matter, though not as its name. */
const SAID = 3;

/** Creates the function that computes the bonus of a fact that explains the short form asked about. The bonus is 0 if the question asks about none. */
export function createExplanationBonus({
  base,
  shortForm,
}: Question): (candidate: Pick<Candidate, 'fact' | 'index'>) => number {
  if (shortForm === null) return () => 0;
  const findExplanation = createExplanationFinder(shortForm);
  const telling = findTellingTerms(base, shortForm);
  return ({ fact, index }) => {
    // Most of the hundreds of candidates hold neither term. This check spares reading them word by word.
    const terms = base.surroundings.listTerms(index);
    if (!telling.some((term) => terms.includes(term))) return 0;
    const explanation = findExplanation(fact.text);
    if (explanation === null) return saysLongForm(fact.text, shortForm) ? SAID : 0;
    return explanation.isSpeltOut ? SPELT_OUT : NAMED;
  };
}

/** Returns the terms of which every sentence that explains a short form holds one: the short form, and the first word of its long form. */
function findTellingTerms(base: FactBase, { folded, long }: ShortForm): readonly number[] {
  const words = [folded, splitWords(long ?? '')[0]?.folded ?? folded];
  return words.flatMap((word) => base.lexicon.findTerm(stem(word)) ?? []);
}
