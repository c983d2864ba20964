import { answerQuestion } from '../answering/answer-question.ts';
import type { AnsweringModels } from '../answering/answering-models.ts';
import { readQuestion } from '../answering/question.ts';
import { FactBase } from '../search/fact-base.ts';
import { type Contender, LIMIT } from './contender.ts';

/** As many as `answerQuestion` looks at closely. */
const CANDIDATES = 20;

/** Our own side, put together as `ask` does it. */
export function footnoteWith(models: AnsweringModels): Contender {
  return {
    name: 'footnote',
    open: (articles) => {
      const base = new FactBase(articles);
      return {
        whole: (question) => () => answerQuestion(base, question, { limit: LIMIT, models }),
        firstPass: (question) => () => base.find(readQuestion(base, question).terms, CANDIDATES),
        find: (question) => {
          const { terms } = readQuestion(base, question);
          return () => base.find(terms, CANDIDATES);
        },
      };
    },
  };
}
