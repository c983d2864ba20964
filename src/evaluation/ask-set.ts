import type { Contender, Respond } from './contender.ts';
import { type Measurement, measure } from './measure.ts';
import type { QuestionSet, SetQuestion } from './question-set.ts';
import { toArticle } from './respond.ts';
import { evenSample } from './sample.ts';

export interface Watch {
  /** Milliseconds that only ever rise, from any start. */
  readonly nowMs: () => number;
  /** Called after each question. */
  readonly onAsked: () => void;
}

/** Asks the questions of a set, or as many as the contender takes, of the set's own articles. */
export function askSet(contender: Contender, set: QuestionSet, watch: Watch): readonly Measurement[] {
  const respond = contender.open(set.articles.map(toArticle));
  return evenSample(set.questions, contender.maxQuestions).map((question) => {
    const measurement = ask(respond, question, watch);
    watch.onAsked();
    return measurement;
  });
}

function ask(respond: Respond, question: SetQuestion, { nowMs }: Watch): Measurement {
  const startedAt = nowMs();
  const response = respond(question.question);
  const tookMs = nowMs() - startedAt;
  const { cleanQuestion, isAnswerable } = question;
  const cleanResponse = cleanQuestion !== null && isAnswerable ? respond(cleanQuestion) : null;
  return measure({ question, response, cleanResponse, tookMs });
}
