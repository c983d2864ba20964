import { readQuestion, spellOutQuestion } from '../../answering/question/question.ts';
import { returnNullIfGone } from '../../encoders/encoders.ts';
import { selectHighest } from '../../search/index/select-highest.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/** How many of the most similar facts are looked at. */
const FACTS = 40;
const MOST_FACTS = 100_000;
/** One or two words may still become any question. */
const LEAST_WORDS = 3;

/**
 * Finds the articles' own questions whose answers mean about what is typed so far, most similar first, at most `limit`. None where it is not
 * known what the facts mean, or so little is typed that it may become any question.
 */
export async function findQuestionsByMeaning(
  { base, meaning }: Pick<AnsweringContext, 'base' | 'meaning'>,
  typed: string,
  limit: number,
): Promise<readonly string[]> {
  // Every key pressed looks at all vectors: 6 ms for 10,000 facts.
  if (meaning === null || meaning.index.count > MOST_FACTS) return [];
  const question = readQuestion(base, typed);
  if (question.words.length < LEAST_WORDS || question.terms.length === 0) return [];
  const vector = await returnNullIfGone(meaning.encoders.embedQuestion(spellOutQuestion(base, question)));
  if (vector === null) return [];
  const near = selectHighest(meaning.index.computeSimilarities(vector), FACTS).flatMap(
    (index) => base.suggestions.find(base.ownTopic(index) ?? '') ?? [],
  );
  return [...new Set(near)].slice(0, limit);
}
