import { type ExplainedMatch, type Explanation, explainQuestion } from '../../answering/explain.ts';
import { readQuestion } from '../../answering/question/question.ts';
import type { FactBase } from '../../search/fact-base.ts';
import type { LedText } from '../../text/layout/printable.ts';
import type { AnsweringContext } from '../base/answering-context.ts';
import { hashTaughtAnswer, type TaughtAnswerRef } from '../base/taught-answer.ts';
import { type AskReply, ask } from './ask.ts';
import { toLedText } from './found-passages.ts';

/** A reply with the steps that led to it. */
export interface ExplainedReply {
  readonly reply: AskReply;
  readonly explanation: WordedExplanation;
  /** The answer that moderators taught to the question, or null for none. */
  readonly taughtAnswer: ExplainedTaughtAnswer | null;
}

/** An explanation with the text of each match. */
interface WordedExplanation extends Omit<Explanation, 'matches'> {
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
export async function explain(context: AnsweringContext, question: string): Promise<ExplainedReply> {
  const reply = await ask(context, { question, limit: LIMIT });
  const { vectors, strictness } = context;
  const options = { limit: LIMIT, vectors, strictness };
  return {
    reply,
    explanation: addWords(
      context.base,
      await explainQuestion(readQuestion(context.base, reply.question), options),
    ),
    taughtAnswer: findTaughtAnswer(context, reply.readAs ?? reply.question),
  };
}

function addWords(base: FactBase, explanation: Explanation): WordedExplanation {
  const matches = explanation.matches.map((match) => {
    const article = base.findFact(match.fact.id)?.article;
    const words =
      article === undefined ? { lead: '', text: match.fact.text } : toLedText(article, match.fact);
    return { ...match, words };
  });
  return { ...explanation, matches };
}

/** Finds the taught answer that applies, or else the most similar one. */
function findTaughtAnswer(
  { base, taught }: AnsweringContext,
  question: string,
): ExplainedTaughtAnswer | null {
  const isThere = ({ factId }: TaughtAnswerRef): boolean => base.findFact(factId) !== null;
  const found = taught?.find(question) ?? [];
  const holding = found.find(isThere);
  const taughtAnswer = holding ?? found[0];
  if (taughtAnswer === undefined) return null;
  return {
    phrasing: taughtAnswer.phrasing,
    id: hashTaughtAnswer(taughtAnswer),
    isInArticles: holding !== undefined,
  };
}
