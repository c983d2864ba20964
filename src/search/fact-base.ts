import { type Alias, type Article, type Fact, MAX_HEADING_CHARS } from '../knowledge/article/article.ts';
import { stem } from '../text/words/stems.ts';
import type { Word } from '../text/words/words.ts';
import type { FactRange } from './articles/article-list.ts';
import { findSaidIndexes, listTermSets, selectWantedTerms } from './index/asked-terms.ts';
import type { Candidate } from './index/candidate.ts';
import { FactSurroundings } from './index/fact-surroundings.ts';
import { JoinedLexicon } from './index/joined-lexicon.ts';
import { LevelIndex } from './index/level-index.ts';
import { Suggestions } from './questions/suggestions.ts';
import { Segment } from './segment.ts';
import { TermNumbers } from './terms/term-numbers.ts';
import { Aliases } from './words/aliases.ts';
import { Spellings } from './words/spellings.ts';
import { readTerms, type Term } from './words/terms.ts';
import { Vocabulary } from './words/vocabulary.ts';

interface FindOptions {
  readonly atLeast?: number;
  readonly within?: string | undefined;
  readonly also?: readonly number[];
}

/** A segment with the numbers that the base gives to its articles and facts. */
interface PlacedSegment {
  readonly segment: Segment;
  readonly firstArticle: number;
  readonly firstFact: number;
}

/**
 * The facts of all articles with their index. It joins segments, and answers as one index of all their articles does, in their order.
 * Joining costs next to nothing beside building a segment. Immutable: a refresh builds another one aside.
 */
export class FactBase {
  /** In an order that settles ties between equal candidates. */
  readonly segments: readonly Segment[];
  readonly articleCount: number;
  readonly factCount: number;
  readonly aliases: Aliases;
  readonly lexicon: JoinedLexicon;
  readonly spellings = new Spellings();
  readonly surroundings: FactSurroundings;
  readonly suggestions: Suggestions;
  readonly #placed: readonly PlacedSegment[];
  readonly #vocabulary: Vocabulary;
  readonly #levels: LevelIndex;
  /** The headings of articles that `repeatsHeading` has looked at. */
  readonly #headings = new WeakMap<Article, ReadonlySet<string>>();

  /**
   * @param segments in an order that settles ties between equal candidates
   * @param shortForms further short forms, which outweigh those of the articles
   */
  constructor(segments: readonly Segment[], shortForms: readonly Alias[] = []) {
    this.segments = segments;
    const placed: PlacedSegment[] = [];
    let [firstArticle, firstFact] = [0, 0];
    for (const segment of segments) {
      placed.push({ segment, firstArticle, firstFact });
      firstArticle += segment.articles.count;
      firstFact += segment.factCount;
    }
    this.#placed = placed;
    this.articleCount = firstArticle;
    this.factCount = firstFact;
    const lexicon = new JoinedLexicon(segments.map((segment) => segment.lexicon));
    this.lexicon = lexicon;
    this.aliases = new Aliases(
      shortForms,
      segments.map((segment) => segment.aliases),
    );
    this.suggestions = new Suggestions([
      ...segments.map(({ pinned }) => pinned),
      ...segments.map(({ questions }) => questions),
    ]);
    this.surroundings = new FactSurroundings({
      findFact: (index) => this.findFactAt(index),
      listTerms: (index) => this.#listTerms(index),
    });
    this.#vocabulary = new Vocabulary(segments.map(({ words }) => words));
    this.#levels = new LevelIndex(
      placed.map(({ segment: { levels }, firstFact: first }, index) => ({
        levels,
        terms: lexicon.numbers[index] ?? TermNumbers.createSame(0),
        firstFact: first,
      })),
    );
  }

  /** Builds the base of these articles alone, in an order that settles ties between equal candidates. */
  static build(articles: readonly Article[]): FactBase {
    return new FactBase([Segment.build(articles)]);
  }

  /** All facts, in the order of the articles. They are collected anew each time. */
  get facts(): readonly Fact[] {
    return this.articles.flatMap(({ facts }) => facts);
  }

  /** Lists articles by their numbers, from `from` on, at most `count`. */
  listArticles(from: number, count: number): readonly Article[] {
    return this.#placed.flatMap(({ segment, firstArticle }) =>
      segment.listArticles(from - firstArticle, from + count - firstArticle),
    );
  }

  /** All articles, in their order. They are collected anew each time. */
  get articles(): readonly Article[] {
    return this.segments.flatMap((segment) => segment.listArticles());
  }

  /** Finds an article by its path; undefined if there is none. */
  findArticle(path: string): Article | undefined {
    for (const segment of this.segments) {
      const found = segment.findArticle(path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Finds a fact by its id, with its article. Returns null if no article holds it. */
  findFact(id: string): Pick<Candidate, 'fact' | 'article' | 'index'> | null {
    for (const { segment, firstFact } of this.#placed) {
      const number = segment.articles.findFactNumber(id);
      if (number !== undefined) return this.readFact(firstFact + number);
    }
    return null;
  }

  /**
   * Reads the content words of a question as this base understands them, in the order they were asked.
   *
   * @param isWord whether a word is one of the language; short ones are not corrected. By default, no word is.
   */
  readTerms(words: readonly Word[], isWord: (folded: string) => boolean = () => false): readonly Term[] {
    return readTerms(words, {
      vocabulary: this.#vocabulary,
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
    const isSaid = (term: number): boolean =>
      this.#levels.holdsWithin(term, range) || this.#levels.titleHolds(term, range.from);
    return stems.filter((stemmed) => this.listMeantTerms(stemmed).some(isSaid)).length;
  }

  /** Returns whether an article's title or aliases hold a term. */
  isInTitle(term: number, { path }: Pick<Article, 'path'>): boolean {
    const { from, to } = this.findRange(path);
    return from < to && this.#levels.titleHolds(term, from);
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
    for (const { segment, firstFact } of this.#placed) {
      const range = segment.findRange(path);
      if (range !== null) return { from: firstFact + range.from, to: firstFact + range.to };
    }
    return { from: 0, to: 0 };
  }

  /**
   * Returns a fact by its number.
   *
   * @throws {RangeError} if there is none
   */
  readFact(index: number): Pick<Candidate, 'fact' | 'article' | 'index'> {
    const { segment, firstFact } = this.#findSegment(index);
    const fact = segment.findFactAt(index - firstFact);
    const article = segment.findArticleOf(index - firstFact);
    if (fact === undefined || article === undefined) throw new RangeError(`no fact ${index} in this base`);
    return { fact, article, index };
  }

  /** Finds a fact by its number; undefined if there is none. */
  findFactAt(index: number): Fact | undefined {
    const { segment, firstFact } = this.#findSegment(index);
    return segment.findFactAt(index - firstFact);
  }

  #listTerms(index: number): Uint32Array {
    const placed = this.#findSegment(index);
    const own = placed.segment.listTerms(index - placed.firstFact);
    const numbers = this.lexicon.numbers[this.#placed.indexOf(placed)];
    return numbers === undefined ? own : own.map((term) => numbers.toJoined(term));
  }

  /** @throws {RangeError} if the base has no segment */
  #findSegment(fact: number): PlacedSegment {
    const found = this.#placed.findLast(({ firstFact }) => firstFact <= fact) ?? this.#placed[0];
    if (found === undefined) throw new RangeError('a base without segments');
    return found;
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
