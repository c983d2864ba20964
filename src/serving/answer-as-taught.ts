import type { Answer } from '../answering/answer.ts';
import { answerWithFact } from '../answering/answer-with-fact.ts';
import { findLesson, type Lesson } from '../answering/find-lesson.ts';
import type { FactBase } from '../search/fact-base.ts';
import { phrasingKey } from '../text/phrasing-key.ts';
import type { Served } from './served.ts';
import type { TaughtPhrasing } from './taught-phrasing.ts';

/** The answer that a moderator has taught to this question; null where none has, or the articles no longer hold the fact. */
export async function answerAsTaught(
  served: Served,
  question: string,
  limit: number,
): Promise<Answer | null> {
  const [lesson] = lessonsOf(served.base, served.taught?.find(question) ?? []);
  return lesson === undefined ? null : answerWithLesson(served, question, { lesson, limit });
}

/** The same for a question that was taught in other words; null as well where words alone must do, or it is not sure enough. */
export async function answerAsMeant(served: Served, question: string, limit: number): Promise<Answer | null> {
  const { base, meaning, taught, strictness } = served;
  if (taught === null || meaning === null) return null;
  const lessons = lessonsOf(base, taught.all);
  const lesson = await findLesson(base, question, { lessons, meaning, strictness });
  return lesson && answerWithLesson(served, question, { lesson, limit });
}

function lessonsOf(base: FactBase, phrasings: readonly TaughtPhrasing[]): readonly Lesson[] {
  return phrasings.flatMap(({ phrasing, factId }) => {
    const found = base.findFact(factId);
    return found === null ? [] : { phrasing, fact: found.fact, article: found.article };
  });
}

async function answerWithLesson(
  { base, meaning, taught }: Served,
  question: string,
  { lesson, limit }: { readonly lesson: Lesson; readonly limit: number },
): Promise<Answer | null> {
  if (taught === null) return null;
  const { phrasing, fact, article } = lesson;
  return taught.recent.to(question, limit, async () => {
    const answer = await answerWithFact(base, phrasing, { fact, article, limit, meaning });
    const isExact = phrasingKey(phrasing) === phrasingKey(question);
    return { ...answer, question, readAs: isExact ? null : phrasing };
  });
}
