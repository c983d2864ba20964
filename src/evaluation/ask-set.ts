import type { Contender, Respond } from './contenders/contender.ts';
import { toArticle } from './contenders/respond.ts';
import type { QuestionSet, SetQuestion } from './formats/question-set.ts';
import { type Measurement, measure } from './measures/measure.ts';
import { evenSample } from './measures/sample.ts';

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
