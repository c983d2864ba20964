import type { Article, Paragraph } from '../../knowledge/article/article.ts';
import { isQuestion } from '../../text/words/questions.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { ParagraphTerms } from './paragraph-index.ts';
import { SharedParts } from './shared-parts.ts';
import { TermLists, TermListsBuilder } from './term-lists.ts';

/** The terms of everything that is ranked, and how the three levels hang together. */
export interface Documents {
  readonly facts: TermLists;
  /** Over all articles, each with its headings and what introduces it. */
  readonly paragraphs: ParagraphTerms;
  /** One an article: its title and aliases. */
  readonly titles: TermLists;
  /** For each fact the number of its paragraph. */
  readonly paragraphOf: Uint32Array;
  /** For each fact the number of its article. */
  readonly articleOf: Uint32Array;
}

/** Reads all articles into `lexicon`, which is complete afterwards. Each text is read once, but for questions, which are read twice. */
export function readDocuments(articles: readonly Article[], lexicon: Lexicon): Documents {
  const facts = new TermListsBuilder();
  const own = new TermListsBuilder();
  const above = new SharedParts((text) => lexicon.read(text));
  const paragraphOf: number[] = [];
  const articleOf: number[] = [];
  for (const [number, article] of articles.entries()) {
    // All that stands above comes first: of the forms of a word the first one that is read stands for it.
    const questions = article.paragraphs.map((paragraph, index) => {
      above.add(paragraph);
      return lexicon.read(readQuestionText(article.paragraphs[index - 1]));
    });
    let fact = 0;
    for (const [index, question] of questions.entries()) {
      const parts = [question];
      for (; article.facts[fact]?.paragraph === index + 1; fact++) {
        const terms = lexicon.readSentence(article.facts[fact]?.text ?? '');
        facts.add([terms]);
        parts.push(terms);
        paragraphOf.push(own.count);
        articleOf.push(number);
      }
      own.add(parts);
    }
    above.endArticle();
  }
  return {
    facts: facts.build(),
    paragraphs: { own: own.build(), ...above.build() },
    titles: TermLists.create(
      articles.map((article) => collectSubjectTexts(article).flatMap((text) => lexicon.read(text))),
    ),
    paragraphOf: Uint32Array.from(paragraphOf),
    articleOf: Uint32Array.from(articleOf),
  };
}

/** What is read with a paragraph of an article, once more for each: its headings, what introduces it, a question just before it. */
export function collectSurroundingTexts({ paragraphs }: Article, index: number): readonly string[] {
  const { headings = [], lead = null } = paragraphs[index] ?? {};
  return [...headings, lead ?? '', readQuestionText(paragraphs[index - 1])];
}

/** A paragraph that asks, as in a list of questions and answers, tells what the next one is about. */
function readQuestionText(paragraph: Paragraph | undefined): string {
  return paragraph !== undefined && isQuestion(paragraph.text) ? paragraph.text : '';
}

/** What an article is about as a whole. */
export function collectSubjectTexts({ title, aliases }: Article): readonly string[] {
  return [title, ...aliases.flatMap(({ short, long }) => [short, long])];
}
