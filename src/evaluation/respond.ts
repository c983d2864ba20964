import { answerQuestion } from '../answering/answer-question.ts';
import type { Article } from '../knowledge/article.ts';
import { placeFacts } from '../knowledge/facts.ts';
import { FactBase } from '../search/fact-base.ts';
import type { Response } from './measure.ts';
import type { SetArticle } from './question-set.ts';

/** As many facts as are ranked. */
const LIMIT = 5;

/** Opens a fact base of a set's articles; the result answers one question from it. */
export function respondFrom(articles: readonly SetArticle[]): (question: string) => Response {
  const base = new FactBase(articles.map(toArticle));
  return (question) => {
    const { matches, shortAnswer, outcome, confidence } = answerQuestion(base, question, { limit: LIMIT });
    const quoted = matches[0]?.fact.text ?? '';
    return {
      facts: matches.map(({ fact }) => fact),
      shortAnswer: shortAnswer === null ? null : quoted.slice(shortAnswer.start, shortAnswer.end),
      outcome,
      confidence,
    };
  };
}

/** As the reader would give it; its path is its id in the set. */
function toArticle({ id, title, paragraphs }: SetArticle): Article {
  const blocks = paragraphs.map((text) => ({ text, headings: [], lead: null, isOneFact: false }));
  const unknown = { url: null, publisher: null, published: null, captured: null, aliases: [], pinned: [] };
  return { path: id, title, ...unknown, ...placeFacts(id, blocks) };
}
