import { understand } from '../../../answering/reading/meaning.ts';
import type { Strictness } from '../../../answering/verdict/outcome.ts';
import type { Encoders } from '../../../encoders/encoders.ts';
import type { Article } from '../../../knowledge/article/article.ts';
import { splitIntoFacts } from '../../../knowledge/article/facts.ts';
import { NO_METADATA } from '../../../knowledge/article/untold.ts';
import { buildPlainParagraphs } from '../../../knowledge/paragraphs/paragraphs.ts';
import { FactBase } from '../../../search/fact-base.ts';
import { type AskReply, ask } from '../../../serving/asking/ask.ts';
import { RecentAnswers } from '../../../serving/base/recent-answers.ts';
import type { Span } from '../../../text/sentences/sentences.ts';
import type { SetArticle } from '../formats/question-set.ts';
import type { Response } from '../measures/measure.ts';
import { type Contender, LIMIT } from './contender.ts';

export const FOOTNOTE = 'footnote';

/** What Footnote answers with. */
interface Engines {
  /** Null where words alone must do. */
  readonly encoders: Encoders | null;
}

/** Our own side, answering as it does in use. */
export function footnoteWith({ encoders }: Engines, strictness: Strictness): Contender {
  return {
    name: FOOTNOTE,
    maxQuestions: Number.POSITIVE_INFINITY,
    open: async (articles) => {
      const base = new FactBase(articles);
      const served = {
        base,
        isLearning: false,
        meaning: encoders && (await understand(base, encoders)),
        strictness,
        taught: null,
        refreshedAt: new Date(0),
      };
      // No answer is remembered: the time of each question is measured.
      return async (question) =>
        toResponse(await ask({ ...served, recent: new RecentAnswers() }, { question, limit: LIMIT }));
    },
  };
}

function toResponse({ matches, shortAnswer, guess, outcome, confidence, passage }: AskReply): Response {
  const quoted = matches[0]?.fact.text ?? '';
  return {
    facts: matches.map(({ fact }) => fact),
    confidence,
    verdict: { outcome, passage, shortAnswer: textOf(shortAnswer, quoted), guess: textOf(guess, quoted) },
  };
}

function textOf(span: Span | null, text: string): string | null {
  return span === null ? null : text.slice(span.start, span.end);
}

/** As the reader would give it; its path is its id in the set. */
export function toArticle({ id, title, paragraphs }: SetArticle): Article {
  const placed = buildPlainParagraphs(paragraphs);
  return { path: id, title, ...NO_METADATA, paragraphs: placed, facts: splitIntoFacts(id, placed) };
}
