import { answerQuestion } from '../answering/answer-question.ts';
import type { AnsweringModels } from '../answering/answering-models.ts';
import { readQuestion } from '../answering/question.ts';
import { findFor } from '../answering/ranking/rank.ts';
import { FactBase } from '../search/fact-base.ts';
import { type Contender, LIMIT } from './contender.ts';

/** Our own side, put together as `ask` does it. */
export function footnoteWith(models: AnsweringModels): Contender {
  return {
    name: 'footnote',
    open: (articles) => {
      const base = new FactBase(articles);
      return {
        whole: (question) => () => answerQuestion(base, question, { limit: LIMIT, models }),
        firstPass: (question) => () =>
          findFor(base, readQuestion(base, question, models.vectors), { models }),
        find: (question) => {
          const read = readQuestion(base, question, models.vectors);
          return () => findFor(base, read, { models });
        },
      };
    },
  };
}
