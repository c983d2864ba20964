import { type ExplainedMatch, type Explanation, explainQuestion } from '../../answering/explain.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { LedText } from '../../text/layout/shorten.ts';
import type { AnsweringContext } from '../base/answering-context.ts';
import { hashTaughtAnswer, type TaughtAnswerRef } from '../base/taught-answer.ts';
import { type AskReply, ask } from './ask.ts';
import { toLedText } from './found-passages.ts';

/** An answer with how it came about. */
export interface ExplainedReply {
  readonly reply: AskReply;
  readonly explanation: ToldExplanation;
  /** What moderators have taught of the question; null for nothing. */
  readonly taughtAnswer: ExplainedTaughtAnswer | null;
}

/** An explanation with the words of each match. */
interface ToldExplanation extends Omit<Explanation, 'matches'> {
  readonly matches: readonly (ExplainedMatch & { readonly words: LedText })[];
}

export interface ExplainedTaughtAnswer extends Pick<TaughtAnswerRef, 'phrasing'> {
  /** By which it can be taken back, as long as it is so. */
  readonly id: string;
  /** Whether the articles hold the passage still; else it is as if never taught. */
  readonly isInArticles: boolean;
}

/** As many as one looks over. */
const LIMIT = 5;

/** Explains what is answered to a question that stands by itself. Whoever may see the articles may see this. */
export async function explain(served: AnsweringContext, question: string): Promise<ExplainedReply> {
  const reply = await ask(served, { question, limit: LIMIT });
  const { meaning, strictness } = served;
  const options = { limit: LIMIT, vectors: meaning, strictness };
  return {
    reply,
    explanation: withWords(served.base, await explainQuestion(served.base, reply.question, options)),
    taughtAnswer: lessonOn(served, reply.readAs ?? reply.question),
  };
}

function withWords(base: FactBase, explanation: Explanation): ToldExplanation {
  const matches = explanation.matches.map((match) => {
    const article = base.findFact(match.fact.id)?.article;
    const words =
      article === undefined ? { lead: '', text: match.fact.text } : toLedText(article, match.fact);
    return { ...match, words };
  });
  return { ...explanation, matches };
}

/** The one that answers, or else the likest. */
function lessonOn({ base, taught }: AnsweringContext, question: string): ExplainedTaughtAnswer | null {
  const isThere = ({ factId }: TaughtAnswerRef): boolean => base.findFact(factId) !== null;
  const lessons = taught?.find(question) ?? [];
  const holding = lessons.find(isThere);
  const lesson = holding ?? lessons[0];
  if (lesson === undefined) return null;
  return { phrasing: lesson.phrasing, id: hashTaughtAnswer(lesson), isInArticles: holding !== undefined };
}
