import { type Article, type Fact, MAX_HEADING_CHARS } from '../knowledge/article/article.ts';
import { isFunctionWord } from '../text/words/function-words.ts';
import { stem } from '../text/words/stems.ts';
import type { Word } from '../text/words/words.ts';
import { findSaidPlaces, listTermSets, selectWantedTerms } from './index/asked-terms.ts';
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
  readonly #lexicon = new Lexicon();
  readonly #aliases: Aliases;
  readonly #spellings = new Spellings();
  readonly #vocabulary: Vocabulary;
  readonly #places: FactSurroundings;
  readonly #levels: LevelIndex;
  readonly #articleOf: Uint32Array;
  readonly #numberOf: ReadonlyMap<Article, number>;
  /** Made when a fact is first looked for by its id. */
  #indexOfId: ReadonlyMap<string, number> | null = null;
  /** The headings of articles that were asked about. */
  readonly #headings = new WeakMap<Article, ReadonlySet<string>>();
  /** By the paths of the articles. */
  readonly #ranges: ReadonlyMap<string, FactRange>;

  /** The order of `articles` settles ties between equal matches. */
  constructor(articles: readonly Article[]) {
    this.articles = articles;
    this.facts = articles.flatMap((article) => article.facts);
    const documents = readDocuments(articles, this.#lexicon);
    this.#levels = new LevelIndex(documents, this.#lexicon.size);
    this.#places = new FactSurroundings(this.facts, documents);
    this.#articleOf = documents.articleOf;
    this.#numberOf = new Map(articles.map((article, number) => [article, number]));
    this.#ranges = computeRanges(articles);
    this.#aliases = new Aliases(articles);
    // Content words only: “whale” was not meant to be “while”.
    this.#vocabulary = new Vocabulary(this.#lexicon.words.filter((word) => !isFunctionWord(word)));
    this.suggestions = new Suggestions(collectQuestions(articles));
  }

  /** A fact by its id, with its article; null where the articles do not hold it. */
  findFact(id: string): Pick<Candidate, 'fact' | 'article' | 'index'> | null {
    this.#indexOfId ??= new Map(this.facts.map((fact, index) => [fact.id, index]));
    const index = this.#indexOfId.get(id);
    return index === undefined ? null : this.readFact(index);
  }

  /**
   * The content words of a question as this base understands them, in the order they were asked. Words of the language
   * (`isWord`) that are short are not corrected; none are known unless it is given.
   */
  readTerms(words: readonly Word[], isWord: (folded: string) => boolean = () => false): readonly Term[] {
    return readTerms(words, {
      vocabulary: this.#vocabulary,
      knowsStem: (stemmed) => this.#lexicon.findTerm(stemmed) !== undefined,
      isWord,
    });
  }

  /** Whether the articles hold this folded word, in any of its forms. */
  knowsWord(folded: string): boolean {
    return this.#lexicon.findTerm(stem(folded)) !== undefined;
  }

  /** Whether any word of the articles holds this folded one, as “MaxPlayers” holds “max”, or parts it, as “x-ray” does. */
  mentions(folded: string): boolean {
    return this.#lexicon.holdsWithin(folded);
  }

  /** How telling a stem is: above 0, highest for those that no fact holds. */
  idf(stemmed: string): number {
    return this.#levels.idf(this.#lexicon.findTerm(stemmed));
  }

  /** The long form of an alias's short one, as its article has it; null where the stem is none. */
  longForm(stemmed: string): string | null {
    return this.#aliases.findLongForm(stemmed);
  }

  /** How an article of this base spells a lower-case word that it writes with a capital alone: “linux” is “Linux”; null where it does not. */
  spellingOf(word: string, article: Article): string | null {
    return this.#spellings.findSpelling(word, article);
  }

  /** How the articles spell a word that they write with a capital alone: “linux” is “Linux”; null where they do not. */
  nameOf(lower: string): string | null {
    return this.#lexicon.findName(lower);
  }

  /** The number of a stem's term; undefined where no article holds it. */
  termOf(stemmed: string): number | undefined {
    return this.#lexicon.findTerm(stemmed);
  }

  /** The terms that a stem stands for, by their numbers: its own, and for an alias's short form those of the long one. */
  listMeantTerms(stemmed: string): readonly number[] {
    return [stemmed, ...this.#aliases.findStems(stemmed)].flatMap(
      (each) => this.#lexicon.findTerm(each) ?? [],
    );
  }

  /** The terms of a fact's words in reading order, by their numbers; empty where there is no such fact. */
  termsOf(index: number): Uint32Array {
    return this.#places.listTerms(index);
  }

  /** What the article itself says that a fact is about: the question before it, else the heading above it; null where there is neither. */
  ownTopic(index: number): string | null {
    return this.#places.findTopic(index);
  }

  /** Whether a fact only says what is a heading of its article, as in a table of contents. */
  repeatsHeading({ fact, article }: Pick<Candidate, 'fact' | 'article'>): boolean {
    if (fact.text.length > MAX_HEADING_CHARS) return false;
    const known = this.#headings.get(article) ?? collectHeadings(article);
    this.#headings.set(article, known);
    return known.has(toBareText(fact.text));
  }

  /** How many of these stems the article with this path holds, in its facts or its title. */
  countSaid(path: string, stems: readonly string[]): number {
    const range = this.findRange(path);
    const article = this.#articleOf[range.from] ?? 0;
    const isSaid = (term: number): boolean =>
      this.#levels.holdsWithin(term, range) || this.#levels.titleHolds(term, article);
    return stems.filter((stemmed) => this.listMeantTerms(stemmed).some(isSaid)).length;
  }

  /** Whether an article's title or aliases hold a term. */
  isInTitle(term: number, article: Article): boolean {
    const number = this.#numberOf.get(article);
    return number !== undefined && this.#levels.titleHolds(term, number);
  }

  /**
   * The facts that best fit `terms`, best first, at most `limit`; empty where no article shares a word with them. Where one does, but fewer
   * facts than `atLeast` fit, others follow: they may say the same in words of their own. With `within`, the path of an
   * article, only its facts. The facts with the numbers in `also` come behind them, unless they are among them.
   */
  find(
    terms: readonly Term[],
    limit: number,
    { atLeast = 0, within, also = [] }: FindOptions = {},
  ): readonly Candidate[] {
    const asked = terms.map((term) => term.stem);
    const words = { lexicon: this.#lexicon, aliases: this.#aliases };
    const ways = listTermSets(asked, words);
    const wanted = {
      limit,
      atLeast,
      also,
      ...(within === undefined ? {} : { within: this.findRange(within) }),
    };
    return this.#levels.findBest(selectWantedTerms(asked, words), wanted).map((scores) => {
      const { index } = scores;
      const introduced = new Set(this.#lexicon.findTerms(this.#places.readIntroduction(index)));
      const isSaid = (term: number): boolean => introduced.has(term) || this.#levels.holds(term, index);
      const said = findSaidPlaces(ways, isSaid);
      const around = findSaidPlaces(ways, (term) => this.#levels.holdsAround(term, index));
      return { ...this.readFact(index), ...scores, said, saidAround: new Set([...said, ...around]) };
    });
  }

  /** The facts of the article with this path; none where there is no such article. */
  findRange(path: string): FactRange {
    return this.#ranges.get(path) ?? { from: 0, to: 0 };
  }

  /**
   * A fact by its number.
   *
   * @throws {RangeError} where there is none
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

/** What two texts have in common that differ in case and marks alone. */
function toBareText(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Which facts each article has, in the order of all. */
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
