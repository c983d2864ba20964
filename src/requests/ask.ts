import type { Answer } from '../answering/answer.ts';
import { answerQuestion } from '../answering/answer-question.ts';
import type { ServedKnowledge } from './served-knowledge.ts';

export interface AskRequest {
  readonly question: string;
  /** How many matches to bring, at least 1; 5 unless told. */
  readonly limit?: number;
}

export interface AskReply extends Answer {
  /** When the fact base that answered was last read from the articles. */
  readonly refreshedAt: Date;
}

/** How many matches an answer brings unless told. */
export const DEFAULT_LIMIT = 5;

/** Answers a question from the base that serves at this moment; anyone may ask. Never throws for any question. */
export function ask(knowledge: ServedKnowledge, { question, limit = DEFAULT_LIMIT }: AskRequest): AskReply {
  const { base, models, refreshedAt } = knowledge.current;
  return { ...answerQuestion(base, question, { limit, models }), refreshedAt };
}
