import { type Alias, type Article, type Fact, MAX_HEADING_CHARS } from '../knowledge/article/article.ts';
import { isFunctionWord } from '../text/words/function-words.ts';
import { stem } from '../text/words/stems.ts';
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

/** What is built once from the articles, and shared by bases that differ in their short forms alone. */
interface Index {
  readonly facts: readonly Fact[];
  readonly suggestions: Suggestions;
  readonly lexicon: Lexicon;
  readonly spellings: Spellings;
  readonly surroundings: FactSurroundings;
  /** Holds content words only: “whale” was not meant to be “while”. */
  readonly vocabulary: Vocabulary;
  readonly levels: LevelIndex;
  readonly articleOf: Uint32Array;
  readonly numberOf: ReadonlyMap<Article, number>;
  /** By the paths of the articles. */
  readonly ranges: ReadonlyMap<string, FactRange>;
}

/** The facts of all articles with their index. Immutable: a refresh builds another one aside. */
export class FactBase {
  readonly articles: readonly Article[];
  readonly aliases: Aliases;
  readonly #index: Index;
  /** Built when a fact is first looked up by its id. */
  #indexOfId: ReadonlyMap<string, number> | null = null;
  /** The headings of articles that `repeatsHeading` has looked at. */
  readonly #headings = new WeakMap<Article, ReadonlySet<string>>();

  /**
   * @param articles in an order that settles ties between equal candidates
   * @param shared the index of these articles, where another base has built it
   */
  constructor(
    articles: readonly Article[],
    shared: { readonly index: Index; readonly aliases: Aliases } | null = null,
  ) {
    this.articles = articles;
    this.#index = shared?.index ?? buildIndex(articles);
    this.aliases = shared?.aliases ?? new Aliases(articles.flatMap(({ aliases }) => aliases));
  }

  /** Returns this base with further short forms, which outweigh those of the articles. It shares the index, so it costs next to nothing. */
  addShortForms(shortForms: readonly Alias[]): FactBase {
    const aliases = [...shortForms, ...this.articles.flatMap((article) => article.aliases)];
    return new FactBase(this.articles, { index: this.#index, aliases: new Aliases(aliases) });
  }

  /** All facts, in the order of the articles. Bases that share their index share this very array. */
  get facts(): readonly Fact[] {
    return this.#index.facts;
  }

  get suggestions(): Suggestions {
    return this.#index.suggestions;
  }

  get lexicon(): Lexicon {
    return this.#index.lexicon;
  }

  get spellings(): Spellings {
    return this.#index.spellings;
  }

  get surroundings(): FactSurroundings {
    return this.#index.surroundings;
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
      vocabulary: this.#index.vocabulary,
      knowsStem: (stemmed) => this.#knowsStem(stemmed),
      isWord,
    });
  }

  /** Returns whether the articles hold a folded word in any of its forms, or it is a short form. */
  knowsWord(folded: string): boolean {
    return this.#knowsStem(stem(folded));
  }

  #knowsStem(stemmed: string): boolean {
    return this.lexicon.findTerm(stemmed) !== undefined || this.aliases.findLongForm(stemmed) !== null;
  }

  /** Returns how telling a stem is: above 0, highest for a stem that no fact holds. */
  idf(stemmed: string): number {
    return this.#index.levels.idf(this.lexicon.findTerm(stemmed));
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
    const article = this.#index.articleOf[range.from] ?? 0;
    const isSaid = (term: number): boolean =>
      this.#index.levels.holdsWithin(term, range) || this.#index.levels.titleHolds(term, article);
    return stems.filter((stemmed) => this.listMeantTerms(stemmed).some(isSaid)).length;
  }

  /** Returns whether an article's title or aliases hold a term. */
  isInTitle(term: number, article: Article): boolean {
    const number = this.#index.numberOf.get(article);
    return number !== undefined && this.#index.levels.titleHolds(term, number);
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
    return this.#index.levels.findBest(selectWantedTerms(asked, this), wanted).map((scores) => {
      const { index } = scores;
      const introduced = new Set(this.lexicon.findTerms(this.surroundings.readIntroduction(index)));
      const isSaid = (term: number): boolean => introduced.has(term) || this.#index.levels.holds(term, index);
      const said = findSaidIndexes(ways, isSaid);
      const around = findSaidIndexes(ways, (term) => this.#index.levels.holdsAround(term, index));
      return { ...this.readFact(index), ...scores, said, saidAround: new Set([...said, ...around]) };
    });
  }

  /** Returns the range of the facts of the article with this path; an empty one if there is no such article. */
  findRange(path: string): FactRange {
    return this.#index.ranges.get(path) ?? { from: 0, to: 0 };
  }

  /**
   * Returns a fact by its number.
   *
   * @throws {RangeError} if there is none
   */
  readFact(index: number): Pick<Candidate, 'fact' | 'article' | 'index'> {
    const fact = this.facts[index];
    const article = this.articles[this.#index.articleOf[index] ?? 0];
    if (fact === undefined || article === undefined) throw new RangeError(`no fact ${index} in this base`);
    return { fact, article, index };
  }
}

function buildIndex(articles: readonly Article[]): Index {
  const facts = articles.flatMap((article) => article.facts);
  const lexicon = new Lexicon();
  const documents = readDocuments(articles, lexicon);
  return {
    facts,
    suggestions: new Suggestions(collectQuestions(articles)),
    lexicon,
    spellings: new Spellings(),
    surroundings: new FactSurroundings(facts, documents),
    vocabulary: new Vocabulary(lexicon.words.filter((word) => !isFunctionWord(word))),
    levels: new LevelIndex(documents, lexicon.size),
    articleOf: documents.articleOf,
    numberOf: new Map(articles.map((article, number) => [article, number])),
    ranges: computeRanges(articles),
  };
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
