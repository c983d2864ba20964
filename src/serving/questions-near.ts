import { readQuestion, spelledOut } from '../answering/question.ts';
import { unlessGone } from '../encoders/encoders.ts';
import { highest } from '../search/highest.ts';
import { phrasingKey } from '../text/phrasing-key.ts';
import type { Served } from './served.ts';

/** So many of the likest facts may stand below a question that is offered. */
const FACTS = 40;
/** Of a single word nobody knows yet what it will ask. */
const LEAST_WORDS = 3;

/**
 * Questions of the articles that may be meant by what is typed so far, put in other words: those above the facts that mean about the same, likest
 * first, at most `limit`. None where it is not known what the facts mean, or so little is typed that it may become anything.
 */
export async function questionsNear(
  { base, meaning }: Pick<Served, 'base' | 'meaning'>,
  typed: string,
  limit: number,
): Promise<readonly string[]> {
  const question = readQuestion(base, typed);
  if (meaning === null || question.words.length < LEAST_WORDS || question.terms.length === 0) return [];
  const vector = await unlessGone(meaning.encoders.embedQuestion(spelledOut(base, question)));
  if (vector === null) return [];
  const offered = new Map(base.suggestions.all.map((each) => [phrasingKey(each), each]));
  const near = highest(meaning.index.likenessOf(vector), FACTS).flatMap(
    (index) => offered.get(phrasingKey(base.ownTopic(index) ?? '')) ?? [],
  );
  return [...new Set(near)].slice(0, limit);
}
