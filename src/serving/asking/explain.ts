import { type ExplainedMatch, type Explanation, explainQuestion } from '../../answering/explain.ts';
import { readQuestion } from '../../answering/question/question.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { LedText } from '../../text/layout/shorten.ts';
import type { AnsweringContext } from '../base/answering-context.ts';
import { hashTaughtAnswer, type TaughtAnswerRef } from '../base/taught-answer.ts';
import { type AskReply, ask } from './ask.ts';
import { toLedText } from './found-passages.ts';

/** A reply with the steps that led to it. */
export interface ExplainedReply {
  readonly reply: AskReply;
  readonly explanation: ToldExplanation;
  /** The answer that moderators taught to the question; null for none. */
  readonly taughtAnswer: ExplainedTaughtAnswer | null;
}

/** An explanation with the text of each match. */
interface ToldExplanation extends Omit<Explanation, 'matches'> {
  readonly matches: readonly (ExplainedMatch & { readonly words: LedText })[];
}

export interface ExplainedTaughtAnswer extends Pick<TaughtAnswerRef, 'phrasing'> {
  /** The id by which the taught answer can be removed, as long as it stays the same. */
  readonly id: string;
  /** Whether the articles still hold the passage; a taught answer without it does not apply. */
  readonly isInArticles: boolean;
}

/** More than this nobody looks over. */
const LIMIT = 5;

/** Explains the answer to a question that stands alone. Anyone who may see the articles may see this. */
export async function explain(served: AnsweringContext, question: string): Promise<ExplainedReply> {
  const reply = await ask(served, { question, limit: LIMIT });
  const { meaning, strictness } = served;
  const options = { limit: LIMIT, vectors: meaning, strictness };
  return {
    reply,
    explanation: withWords(
      served.base,
      await explainQuestion(readQuestion(served.base, reply.question), options),
    ),
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

/** Finds the taught answer that applies, or else the most similar one. */
function lessonOn({ base, taught }: AnsweringContext, question: string): ExplainedTaughtAnswer | null {
  const isThere = ({ factId }: TaughtAnswerRef): boolean => base.findFact(factId) !== null;
  const lessons = taught?.find(question) ?? [];
  const holding = lessons.find(isThere);
  const lesson = holding ?? lessons[0];
  if (lesson === undefined) return null;
  return { phrasing: lesson.phrasing, id: hashTaughtAnswer(lesson), isInArticles: holding !== undefined };
}
