import type { Answer } from '../answering/answer.ts';
import { answerWithFact } from '../answering/answer-with-fact.ts';
import { phrasingKey } from '../text/phrasing-key.ts';
import type { Served } from './served.ts';

/** The answer that a moderator has taught to this question; null where none has, or the articles no longer hold the fact. */
export function answerAsTaught(
  { base, models, taught }: Served,
  question: string,
  limit: number,
): Answer | null {
  if (taught === null) return null;
  for (const { phrasing, factId } of taught.find(question)) {
    const found = base.findFact(factId);
    if (found === null) continue;
    const { fact, article } = found;
    return taught.recent.to(question, limit, () => {
      const answer = answerWithFact(base, phrasing, { fact, article, limit, models });
      const isExact = phrasingKey(phrasing) === phrasingKey(question);
      return { ...answer, question, readAs: isExact ? null : phrasing };
    });
  }
  return null;
}
