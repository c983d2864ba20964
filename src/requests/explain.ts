import { type Explanation, explainQuestion } from '../answering/explain.ts';
import { type AskReply, ask } from './ask.ts';
import type { Served } from './served-knowledge.ts';

/** An answer with how it came about. */
export interface ExplainedReply {
  readonly reply: AskReply;
  readonly explanation: Explanation;
}

/** As many as one looks over. */
const LIMIT = 5;

/** Explains what is answered to a question that stands by itself. Whoever may see the articles may see this. */
export function explain(served: Served, question: string): ExplainedReply {
  const reply = ask(served, { question, limit: LIMIT });
  const { base, models, strictness } = served;
  return { reply, explanation: explainQuestion(base, reply.question, { limit: LIMIT, models, strictness }) };
}
