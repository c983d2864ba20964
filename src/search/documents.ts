import type { Article, Paragraph } from '../knowledge/article.ts';
import { isQuestion } from '../text/questions.ts';
import type { Lexicon } from './lexicon.ts';

/** The terms of everything that is ranked, and how the three levels hang together. */
export interface Documents {
  readonly facts: readonly (readonly number[])[];
  /** Over all articles, each with its headings and what introduces it. */
  readonly paragraphs: readonly (readonly number[])[];
  /** One an article: its title and aliases. */
  readonly titles: readonly (readonly number[])[];
  /** For each fact the number of its paragraph. */
  readonly paragraphOf: Uint32Array;
  /** For each fact the number of its article. */
  readonly articleOf: Uint32Array;
}

/** Reads all articles into `lexicon`, which is complete afterwards. */
export function readDocuments(articles: readonly Article[], lexicon: Lexicon): Documents {
  const facts: (readonly number[])[] = [];
  const paragraphs: number[][] = [];
  const paragraphOf: number[] = [];
  const articleOf: number[] = [];
  for (const [number, article] of articles.entries()) {
    const before = paragraphs.length;
    for (const index of article.paragraphs.keys())
      paragraphs.push(textsAround(article, index).flatMap((text) => lexicon.read(text)));
    for (const fact of article.facts) {
      const terms = lexicon.read(fact.text);
      const paragraph = before + fact.paragraph - 1;
      facts.push(terms);
      paragraphs[paragraph]?.push(...terms);
      paragraphOf.push(paragraph);
      articleOf.push(number);
    }
  }
  return {
    facts,
    paragraphs,
    titles: articles.map((article) => subjectOf(article).flatMap((text) => lexicon.read(text))),
    paragraphOf: Uint32Array.from(paragraphOf),
    articleOf: Uint32Array.from(articleOf),
  };
}

/** What is read with a paragraph of an article, once more for each: its headings, what introduces it, a question just before it. */
export function textsAround({ paragraphs }: Article, index: number): readonly string[] {
  const { headings = [], lead = null } = paragraphs[index] ?? {};
  return [...headings, lead ?? '', questionIn(paragraphs[index - 1])];
}

/** A paragraph that asks, as in a list of questions and answers, tells what the next one is about. */
function questionIn(paragraph: Paragraph | undefined): string {
  return paragraph !== undefined && isQuestion(paragraph.text) ? paragraph.text : '';
}

/** What an article is about as a whole. */
export function subjectOf({ title, aliases }: Article): readonly string[] {
  return [title, ...aliases.flatMap(({ short, long }) => [short, long])];
}
