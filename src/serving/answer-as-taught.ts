import type { Answer } from '../answering/answer.ts';
import { answerWithFact } from '../answering/answer-with-fact.ts';
import { phrasingKey } from '../text/phrasing-key.ts';
import type { Served } from './served.ts';

/** The answer that a moderator has taught to this question; null where none has, or the articles no longer hold the fact. */
export async function answerAsTaught(
  { base, meaning, taught }: Served,
  question: string,
  limit: number,
): Promise<Answer | null> {
  if (taught === null) return null;
  for (const { phrasing, factId } of taught.find(question)) {
    const found = base.findFact(factId);
    if (found === null) continue;
    const { fact, article } = found;
    return taught.recent.to(question, limit, async () => {
      const answer = await answerWithFact(base, phrasing, { fact, article, limit, meaning });
      const isExact = phrasingKey(phrasing) === phrasingKey(question);
      return { ...answer, question, readAs: isExact ? null : phrasing };
    });
  }
  return null;
}
