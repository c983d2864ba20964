import type { Alias, Article, Fact } from '../knowledge/article/article.ts';
import { isFunctionWord } from '../text/words/word-lists.ts';
import { type ArticleList, type FactRange, HeldArticles } from './articles/article-list.ts';
import { StoredArticles } from './articles/stored-articles.ts';
import type { FlatReader, FlatWriter } from './flat/flat-buffer.ts';
import { readDocuments } from './index/documents.ts';
import { SegmentLevels } from './index/segment-levels.ts';
import { collectQuestionsByKind } from './questions/collect-questions.ts';
import { QuestionList } from './questions/suggestions.ts';
import { TermLists } from './terms/term-lists.ts';
import { Aliases } from './words/aliases.ts';
import { Lexicon, LexiconBuilder } from './words/lexicon.ts';
import { WordList } from './words/vocabulary.ts';

interface SegmentParts {
  readonly lexicon: Lexicon;
  readonly levels: SegmentLevels;
  readonly words: WordList;
  /** The terms of each fact, in reading order. */
  readonly terms: TermLists;
  readonly hints: Hints;
}

/** What articles say beside their text. Plain data. */
interface Hints {
  readonly aliases: readonly Alias[];
  readonly pinned: readonly string[];
  readonly questions: readonly string[];
}

/**
 * The index of some articles, built once. A {@link FactBase} joins one or several: the same segment may be part of many bases. It knows
 * nothing of other segments. Facts and terms go by its own numbers. Immutable.
 */
export class Segment {
  readonly articles: ArticleList;
  readonly lexicon: Lexicon;
  readonly aliases: Aliases;
  readonly levels: SegmentLevels;
  /** Content words only: “whale” was not meant to be “while”. */
  readonly words: WordList;
  readonly pinned: QuestionList;
  readonly questions: QuestionList;
  readonly #parts: SegmentParts;

  private constructor(articles: ArticleList, parts: SegmentParts) {
    this.articles = articles;
    this.#parts = parts;
    this.lexicon = parts.lexicon;
    this.levels = parts.levels;
    this.words = parts.words;
    this.aliases = new Aliases(parts.hints.aliases);
    this.pinned = new QuestionList(parts.hints.pinned);
    this.questions = new QuestionList(parts.hints.questions);
  }

  /** Builds the index of these articles, in an order that settles ties between equal candidates. It holds them. */
  static build(articles: readonly Article[]): Segment {
    return new Segment(new HeldArticles(articles), buildParts(articles));
  }

  /** Builds the index of these articles, and adds it with them to flat memory, from which `read` gives the segment. */
  static write(articles: readonly Article[], to: FlatWriter, at: string): void {
    const { lexicon, levels, words, terms, hints } = buildParts(articles);
    StoredArticles.write(articles, to, `${at}/articles`);
    lexicon.write(to, `${at}/lexicon`);
    levels.write(to, `${at}/levels`);
    words.write(to, `${at}/words`);
    terms.write(to, `${at}/terms`);
    to.addJson(`${at}/hints`, hints);
  }

  /**
   * Returns a segment that lies in flat memory.
   *
   * @throws {RangeError} if there is none
   */
  static read(from: FlatReader, at: string): StoredSegment {
    const articles = new StoredArticles(from, `${at}/articles`);
    const segment = new Segment(articles, {
      lexicon: Lexicon.read(from, `${at}/lexicon`),
      levels: SegmentLevels.read(from, `${at}/levels`),
      words: WordList.read(from, `${at}/words`),
      terms: TermLists.read(from, `${at}/terms`),
      hints: from.readJson<Hints>(`${at}/hints`),
    });
    return { segment, articles };
  }

  get factCount(): number {
    return this.articles.factCount;
  }

  /** Lists the terms of a fact's words in reading order; none if there is no such fact. */
  listTerms(fact: number): Uint32Array {
    return this.#parts.terms.read(fact);
  }

  /** Finds a fact by its number; undefined if there is none. */
  findFactAt(fact: number): Fact | undefined {
    const article = this.levels.articleOf[fact];
    if (article === undefined) return undefined;
    return this.articles.get(article).facts[fact - this.articles.getRange(article).from];
  }

  /** Finds the article that holds a fact; undefined if there is no such fact. */
  findArticleOf(fact: number): Article | undefined {
    const article = this.levels.articleOf[fact];
    return article === undefined ? undefined : this.articles.get(article);
  }

  /** Finds an article by its path; undefined if it is not here. */
  findArticle(path: string): Article | undefined {
    const number = this.articles.findNumber(path);
    return number === undefined ? undefined : this.articles.get(number);
  }

  /** Returns the range of the facts of the article with this path; null if it is not here. */
  findRange(path: string): FactRange | null {
    const number = this.articles.findNumber(path);
    return number === undefined ? null : this.articles.getRange(number);
  }

  /** Lists articles by their numbers, from `from` on, before `to`. */
  listArticles(from = 0, to = this.articles.count): readonly Article[] {
    const [first, last] = [Math.max(0, from), Math.min(to, this.articles.count)];
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => this.articles.get(first + index));
  }
}

/** A segment in flat memory, and its articles there. */
export interface StoredSegment {
  readonly segment: Segment;
  readonly articles: StoredArticles;
}

function buildParts(articles: readonly Article[]): SegmentParts {
  const builder = new LexiconBuilder();
  const documents = readDocuments(articles, builder);
  const { pinned, own } = collectQuestionsByKind(articles);
  return {
    lexicon: builder.build(),
    levels: SegmentLevels.build(documents, builder.size),
    words: WordList.build(builder.words.filter((word) => !isFunctionWord(word))),
    terms: documents.facts,
    hints: { aliases: articles.flatMap(({ aliases }) => aliases), pinned, questions: own },
  };
}
