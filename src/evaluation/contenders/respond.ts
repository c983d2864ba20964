import { answerQuestion } from '../../answering/answer-question.ts';
import type { AnsweringModels } from '../../answering/answering-models.ts';
import type { Strictness } from '../../answering/outcome.ts';
import type { Article } from '../../knowledge/article.ts';
import { factsOf } from '../../knowledge/facts.ts';
import { plainParagraphs } from '../../knowledge/paragraphs.ts';
import { UNTOLD } from '../../knowledge/untold.ts';
import { FactBase } from '../../search/fact-base.ts';
import type { Span } from '../../text/sentences.ts';
import type { SetArticle } from '../formats/question-set.ts';
import { type Contender, LIMIT } from './contender.ts';

export const FOOTNOTE = 'footnote';

/** Our own side, put together as `ask` does it. */
export function footnoteWith(models: AnsweringModels, strictness: Strictness): Contender {
  return {
    name: FOOTNOTE,
    maxQuestions: Number.POSITIVE_INFINITY,
    open: (articles) => {
      const base = new FactBase(articles);
      return (question) => {
        const { matches, shortAnswer, guess, outcome, confidence } = answerQuestion(base, question, {
          limit: LIMIT,
          models,
          strictness,
        });
        const quoted = matches[0]?.fact.text ?? '';
        return {
          facts: matches.map(({ fact }) => fact),
          confidence,
          verdict: {
            outcome,
            shortAnswer: textOf(shortAnswer, quoted),
            guess: textOf(guess, quoted),
          },
        };
      };
    },
  };
}

function textOf(span: Span | null, text: string): string | null {
  return span === null ? null : text.slice(span.start, span.end);
}

/** As the reader would give it; its path is its id in the set. */
export function toArticle({ id, title, paragraphs }: SetArticle): Article {
  const placed = plainParagraphs(paragraphs);
  return { path: id, title, ...UNTOLD, paragraphs: placed, facts: factsOf(id, placed) };
}
