import { type Article, type Fact, MAX_HEADING_CHARS } from '../knowledge/article/article.ts';
import { isFunctionWord } from '../text/words/function-words.ts';
import type { Word } from '../text/words/words.ts';
import { findSaidIndexes, listTermSets, selectWantedTerms } from './index/asked-terms.ts';
import type { Candidate } from './index/candidate.ts';
import { readDocuments } from './index/documents.ts';
import { FactSurroundings } from './index/fact-surroundings.ts';
import { type FactRange, LevelIndex } from './index/level-index.ts';
import { collectQuestions } from './questions/collect-questions.ts';
import { Suggestions } from './questions/suggestions.ts';
import { Aliases } from './words/aliases.ts';
import { Lexicon } from './words/lexicon.ts';
import { Spellings } from './words/spellings.ts';
import { readTerms, type Term } from './words/terms.ts';
import { Vocabulary } from './words/vocabulary.ts';

interface FindOptions {
  readonly atLeast?: number;
  readonly within?: string | undefined;
  readonly also?: readonly number[];
}

/** The facts of all articles with their index. Immutable: a refresh builds another one aside. */
export class FactBase {
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly suggestions: Suggestions;
  readonly lexicon = new Lexicon();
  readonly aliases: Aliases;
  readonly spellings = new Spellings();
  readonly surroundings: FactSurroundings;
  /** Holds content words only: “whale” was not meant to be “while”. */
  readonly #vocabulary: Vocabulary;
  readonly #levels: LevelIndex;
  readonly #articleOf: Uint32Array;
  readonly #numberOf: ReadonlyMap<Article, number>;
  /** Built when a fact is first looked up by its id. */
  #indexOfId: ReadonlyMap<string, number> | null = null;
  /** The headings of articles that `repeatsHeading` has looked at. */
  readonly #headings = new WeakMap<Article, ReadonlySet<string>>();
  /** By the paths of the articles. */
  readonly #ranges: ReadonlyMap<string, FactRange>;

  /** @param articles in an order that settles ties between equal candidates */
  constructor(articles: readonly Article[]) {
    this.articles = articles;
    this.facts = articles.flatMap((article) => article.facts);
    const documents = readDocuments(articles, this.lexicon);
    this.#levels = new LevelIndex(documents, this.lexicon.size);
    this.surroundings = new FactSurroundings(this.facts, documents);
    this.#articleOf = documents.articleOf;
    this.#numberOf = new Map(articles.map((article, number) => [article, number]));
    this.#ranges = computeRanges(articles);
    this.aliases = new Aliases(articles);
    this.#vocabulary = new Vocabulary(this.lexicon.words.filter((word) => !isFunctionWord(word)));
    this.suggestions = new Suggestions(collectQuestions(articles));
  }

  /** Finds a fact by its id, with its article. Returns null if no article holds it. */
  findFact(id: string): Pick<Candidate, 'fact' | 'article' | 'index'> | null {
    this.#indexOfId ??= new Map(this.facts.map((fact, index) => [fact.id, index]));
    const index = this.#indexOfId.get(id);
    return index === undefined ? null : this.readFact(index);
  }

  /**
   * Reads the content words of a question as this base understands them, in the order they were asked.
   *
   * @param isWord whether a word is one of the language; short ones are not corrected. By default, no word is.
   */
  readTerms(words: readonly Word[], isWord: (folded: string) => boolean = () => false): readonly Term[] {
    return readTerms(words, {
      vocabulary: this.#vocabulary,
      knowsStem: (stemmed) => this.lexicon.findTerm(stemmed) !== undefined,
      isWord,
    });
  }

  /** Returns how telling a stem is: above 0, highest for a stem that no fact holds. */
  idf(stemmed: string): number {
    return this.#levels.idf(this.lexicon.findTerm(stemmed));
  }

  /** Lists the terms that a stem stands for, by their numbers: its own, and for an alias's short form those of the long one. */
  listMeantTerms(stemmed: string): readonly number[] {
    return [stemmed, ...this.aliases.findStems(stemmed)].flatMap((each) => this.lexicon.findTerm(each) ?? []);
  }

  /** Returns whether a fact only says what is a heading of its article, as in a table of contents. */
  repeatsHeading({ fact, article }: Pick<Candidate, 'fact' | 'article'>): boolean {
    if (fact.text.length > MAX_HEADING_CHARS) return false;
    const known = this.#headings.get(article) ?? collectHeadings(article);
    this.#headings.set(article, known);
    return known.has(toBareText(fact.text));
  }

  /** Counts how many of these stems the article with this path holds, in its facts or its title. */
  countSaid(path: string, stems: readonly string[]): number {
    const range = this.findRange(path);
    const article = this.#articleOf[range.from] ?? 0;
    const isSaid = (term: number): boolean =>
      this.#levels.holdsWithin(term, range) || this.#levels.titleHolds(term, article);
    return stems.filter((stemmed) => this.listMeantTerms(stemmed).some(isSaid)).length;
  }

  /** Returns whether an article's title or aliases hold a term. */
  isInTitle(term: number, article: Article): boolean {
    const number = this.#numberOf.get(article);
    return number !== undefined && this.#levels.titleHolds(term, number);
  }

  /**
   * Finds the facts that best fit `terms`, best first, at most `limit`. Returns none if no article shares a word with them. If one does, but fewer
   * facts than `atLeast` fit, others follow: they may say the same in words of their own. With `within`, the path of an
   * article, it searches that article alone. The facts with the numbers in `also` follow, unless they are among the others.
   */
  find(
    terms: readonly Term[],
    limit: number,
    { atLeast = 0, within, also = [] }: FindOptions = {},
  ): readonly Candidate[] {
    const asked = terms.map((term) => term.stem);
    const ways = listTermSets(asked, this);
    const wanted = {
      limit,
      atLeast,
      also,
      ...(within === undefined ? {} : { within: this.findRange(within) }),
    };
    return this.#levels.findBest(selectWantedTerms(asked, this), wanted).map((scores) => {
      const { index } = scores;
      const introduced = new Set(this.lexicon.findTerms(this.surroundings.readIntroduction(index)));
      const isSaid = (term: number): boolean => introduced.has(term) || this.#levels.holds(term, index);
      const said = findSaidIndexes(ways, isSaid);
      const around = findSaidIndexes(ways, (term) => this.#levels.holdsAround(term, index));
      return { ...this.readFact(index), ...scores, said, saidAround: new Set([...said, ...around]) };
    });
  }

  /** Returns the range of the facts of the article with this path; an empty one if there is no such article. */
  findRange(path: string): FactRange {
    return this.#ranges.get(path) ?? { from: 0, to: 0 };
  }

  /**
   * Returns a fact by its number.
   *
   * @throws {RangeError} if there is none
   */
  readFact(index: number): Pick<Candidate, 'fact' | 'article' | 'index'> {
    const fact = this.facts[index];
    const article = this.articles[this.#articleOf[index] ?? 0];
    if (fact === undefined || article === undefined) throw new RangeError(`no fact ${index} in this base`);
    return { fact, article, index };
  }
}

function collectHeadings({ paragraphs }: Article): ReadonlySet<string> {
  const headings = new Set<string>();
  let last: readonly string[] = [];
  for (const paragraph of paragraphs) {
    // Paragraphs below the same headings mostly share the list of them.
    if (paragraph.headings === last) continue;
    last = paragraph.headings;
    for (const heading of last) headings.add(toBareText(heading));
  }
  return headings;
}

/** Reduces a text to its letters and digits in lower case. Texts that differ in case and marks alone become equal. */
function toBareText(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Computes which facts each article has, in the order of all. */
function computeRanges(articles: readonly Article[]): ReadonlyMap<string, FactRange> {
  const ranges = new Map<string, FactRange>();
  let from = 0;
  for (const { path, facts } of articles) {
    const to = from + facts.length;
    ranges.set(path, { from, to });
    from = to;
  }
  return ranges;
}
