import type { Article, Fact } from '../knowledge/article/article.ts';
import { isFunctionWord } from '../text/words/function-words.ts';
import { readDocuments } from './index/documents.ts';
import type { FactRange } from './index/level-index.ts';
import { SegmentLevels } from './index/segment-levels.ts';
import { collectQuestionsByKind } from './questions/collect-questions.ts';
import { QuestionList } from './questions/suggestions.ts';
import type { TermLists } from './terms/term-lists.ts';
import { Aliases } from './words/aliases.ts';
import { Lexicon } from './words/lexicon.ts';
import { WordList } from './words/vocabulary.ts';

/**
 * The index of some articles, built once. A {@link FactBase} joins one or several: the same segment may be part of many bases. It knows
 * nothing of other segments. Facts and terms go by its own numbers. Immutable.
 */
export class Segment {
  /** In an order that settles ties between equal candidates. */
  readonly articles: readonly Article[];
  /** In the order of the articles. */
  readonly facts: readonly Fact[];
  readonly lexicon: Lexicon;
  readonly aliases: Aliases;
  readonly levels: SegmentLevels;
  /** Content words only: “whale” was not meant to be “while”. */
  readonly words: WordList;
  readonly pinned: QuestionList;
  readonly questions: QuestionList;
  readonly #terms: TermLists;
  readonly #numberOf: ReadonlyMap<string, number>;
  /** The first fact of each article, and the number of all facts. */
  readonly #firstFacts: Uint32Array;
  /** Built when a fact is first looked up by its id. */
  #indexOfId: ReadonlyMap<string, number> | null = null;

  constructor(articles: readonly Article[]) {
    this.articles = articles;
    this.facts = articles.flatMap((article) => article.facts);
    this.lexicon = new Lexicon();
    this.aliases = new Aliases(articles.flatMap(({ aliases }) => aliases));
    const documents = readDocuments(articles, this.lexicon);
    this.#terms = documents.facts;
    this.levels = new SegmentLevels(documents, this.lexicon.size);
    this.words = new WordList(this.lexicon.words.filter((word) => !isFunctionWord(word)));
    const { pinned, own } = collectQuestionsByKind(articles);
    this.pinned = new QuestionList(pinned);
    this.questions = new QuestionList(own);
    this.#numberOf = new Map(articles.map(({ path }, number) => [path, number]));
    this.#firstFacts = countBefore(articles);
  }

  get articleCount(): number {
    return this.articles.length;
  }

  get factCount(): number {
    return this.facts.length;
  }

  /** Lists the terms of a fact's words in reading order; none if there is no such fact. */
  listTerms(fact: number): Uint32Array {
    return this.#terms.read(fact);
  }

  /** Finds a fact by its number; undefined if there is none. */
  findFactAt(fact: number): Fact | undefined {
    return this.facts[fact];
  }

  /** Finds the article that holds a fact; undefined if there is no such fact. */
  findArticleOf(fact: number): Article | undefined {
    return this.articles[this.levels.articleOf[fact] ?? -1];
  }

  /** Finds an article by its path; undefined if it is not here. */
  findArticle(path: string): Article | undefined {
    return this.articles[this.#numberOf.get(path) ?? -1];
  }

  /** Returns the range of the facts of the article with this path; null if it is not here. */
  findRange(path: string): FactRange | null {
    const number = this.#numberOf.get(path);
    if (number === undefined) return null;
    return { from: this.#firstFacts[number] ?? 0, to: this.#firstFacts[number + 1] ?? 0 };
  }

  /** Finds the number of a fact by its id; undefined if it is not here. */
  findFactNumber(id: string): number | undefined {
    this.#indexOfId ??= new Map(this.facts.map((fact, index) => [fact.id, index]));
    return this.#indexOfId.get(id);
  }
}

function countBefore(articles: readonly Article[]): Uint32Array {
  const firstFacts = new Uint32Array(articles.length + 1);
  for (const [number, { facts }] of articles.entries())
    firstFacts[number + 1] = (firstFacts[number] ?? 0) + facts.length;
  return firstFacts;
}
