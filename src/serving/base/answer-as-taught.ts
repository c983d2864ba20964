import {
  answerTaughtQuestion,
  findTaughtAnswer,
  type TaughtAnswer,
} from '../../answering/answer-taught-question.ts';
import type { Answer } from '../../answering/question/answer.ts';
import type { Question } from '../../answering/question/question.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import type { AnsweringContext } from './answering-context.ts';
import type { TaughtAnswerRef } from './taught-answer.ts';

/**
 * Returns the answer that a moderator taught to this question, or null if none did, or the articles no longer
 * hold the fact.
 */
export async function answerAsTaught(
  context: AnsweringContext,
  question: Question,
  limit: number,
): Promise<Answer | null> {
  const [taught] = resolveTaughtAnswers(context.base, context.taught?.find(question.whole) ?? []);
  return taught === undefined ? null : answerWithTaught(context, question, { taught, limit });
}

/**
 * By how much a taught answer must be surer than one from the articles to replace it. Of 97 rewordings of taught questions in 20 FAQs, it
 * replaces three answers: one was wrong and is right then, none the other way round. Of 223 questions that were not taught, it replaces one,
 * which was wrong before too.
 */
const SURER_BY = 0.1;

/**
 * Returns the taught answer of a question with other words; null also without encoders, or where none is surer than `answer`, the one from
 * the articles.
 */
export async function answerAsTaughtInOtherWords(
  context: AnsweringContext,
  question: Question,
  { limit, answer }: { readonly limit: number; readonly answer: Answer },
): Promise<Answer | null> {
  const { strictness } = context;
  const vectors = context.taught?.vectors ?? null;
  const found = vectors && (await findTaughtAnswer(question, { taught: vectors, strictness }));
  const least = answer.outcome === 'answered' ? answer.confidence + SURER_BY : 0;
  if (found === null || found.confidence < least) return null;
  return answerWithTaught(context, question, { taught: found.taught, limit });
}

/** Returns the taught answers whose facts the articles hold. */
export function resolveTaughtAnswers(
  base: FactBase,
  phrasings: readonly TaughtAnswerRef[],
): readonly TaughtAnswer[] {
  return phrasings.flatMap(({ phrasing, factId }) => {
    const found = base.findFact(factId);
    return found === null ? [] : { phrasing, fact: found.fact, article: found.article };
  });
}

async function answerWithTaught(
  { base, vectors, isLearning, taught: known }: AnsweringContext,
  question: Question,
  { taught, limit }: { readonly taught: TaughtAnswer; readonly limit: number },
): Promise<Answer | null> {
  if (known === null) return null;
  const { phrasing } = taught;
  const { whole } = question;
  const answerAnew = async (): Promise<Answer> => {
    const answer = await answerTaughtQuestion(base, taught, { limit, vectors });
    const isExact = toPhrasingKey(phrasing) === toPhrasingKey(whole);
    return { ...answer, readAs: isExact ? null : phrasing };
  };
  // Words alone find other matches than the encoders will, once they have embedded the facts.
  return isLearning ? answerAnew() : known.recent.getOrAnswer(whole, limit, answerAnew);
}
