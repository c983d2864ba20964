import type { Article, Fact } from '../knowledge/article.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { isQuestion } from '../text/questions.ts';
import { stem } from '../text/stems.ts';
import type { Word } from '../text/words.ts';
import { Aliases } from './aliases.ts';
import { readDocuments } from './documents.ts';
import { InvertedIndex, type WeightedTerm } from './inverted-index.ts';
import { Lexicon } from './lexicon.ts';
import { Suggestions } from './suggestions.ts';
import { readTerms, type Term } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

/** A fact that fits a question, with the article it stands in. */
export interface Match {
  readonly fact: Fact;
  readonly article: Article;
  /** Best highest; comparable within one question only. */
  readonly score: number;
}

/** A match as the index finds it, with what its score is made of. */
export interface Candidate extends Match {
  /** The number of the fact in the base. */
  readonly index: number;
  /** BM25, each at least 0: of the sentence, of those before and after it, of its paragraph and its title. */
  readonly own: number;
  readonly before: number;
  readonly after: number;
  readonly paragraph: number;
  readonly title: number;
  /** The places in the question's terms of those that the sentence holds, or the heading or the question just above it. */
  readonly said: ReadonlySet<number>;
  /** Those that it or its paragraph, headings or title hold. */
  readonly saidAround: ReadonlySet<number>;
}

/** A word that means about the same as one of the question's. */
export interface RelatedWord {
  readonly stem: string;
  /** What it counts beside a word that the asker wrote: 0 to 1. */
  readonly weight: number;
}

/**
 * What a fact's surroundings count beside its own words: an answer often leaves out the subject that its
 * paragraph or title has named (tuned on `squad11-dev` and `nq-qed-dev`).
 */
const PARAGRAPH_WEIGHT = 0.7;
const TITLE_WEIGHT = 0.6;
/** What the words of an alias's other form count beside a word that the asker wrote. */
const ALIAS_WEIGHT = 0.5;

/** The facts of all articles with their index. Immutable: a refresh builds another one aside. */
export class FactBase {
  readonly articles: readonly Article[];
  readonly facts: readonly Fact[];
  readonly suggestions: Suggestions;
  readonly #lexicon = new Lexicon();
  readonly #vocabulary: Vocabulary;
  readonly #factIndex: InvertedIndex;
  readonly #paragraphIndex: InvertedIndex;
  readonly #titleIndex: InvertedIndex;
  /** The terms of fact `i` in reading order are those from `#factStarts[i]` up to `#factStarts[i + 1]`. */
  readonly #factTerms: Uint32Array;
  readonly #factStarts: Uint32Array;
  /** For each fact, the number of its paragraph over all articles, and of its article. */
  readonly #paragraphOf: Uint32Array;
  readonly #articleOf: Uint32Array;
  readonly #numberOf: ReadonlyMap<Article, number>;
  readonly #aliases: Aliases;

  /** The order of `articles` settles ties between equal matches. */
  constructor(articles: readonly Article[]) {
    this.articles = articles;
    this.facts = articles.flatMap((article) => article.facts);
    const documents = readDocuments(articles, this.#lexicon);
    this.#factIndex = new InvertedIndex(documents.facts, this.#lexicon.size);
    this.#paragraphIndex = new InvertedIndex(documents.paragraphs, this.#lexicon.size);
    this.#titleIndex = new InvertedIndex(documents.titles, this.#lexicon.size);
    this.#factTerms = Uint32Array.from(documents.facts.flat());
    this.#factStarts = startsOf(documents.facts);
    this.#paragraphOf = documents.paragraphOf;
    this.#articleOf = documents.articleOf;
    this.#numberOf = new Map(articles.map((article, number) => [article, number]));
    this.#aliases = new Aliases(articles);
    // Content words only: “whale” was not meant to be “while”.
    this.#vocabulary = new Vocabulary(this.#lexicon.words.filter((word) => !isFunctionWord(word)));
    this.suggestions = new Suggestions(articles);
  }

  /** The content words of a question as this base understands them, in the order they were asked. */
  readTerms(words: readonly Word[]): readonly Term[] {
    return readTerms(words, this.#vocabulary, (stemmed) => this.#lexicon.termOf(stemmed) !== undefined);
  }

  /** Whether the articles hold this folded word, in any of its forms. */
  knowsWord(folded: string): boolean {
    return this.#lexicon.termOf(stem(folded)) !== undefined;
  }

  /** How telling a stem is: above 0, highest for those that no fact holds. */
  idf(stemmed: string): number {
    const term = this.#lexicon.termOf(stemmed);
    return term === undefined ? this.#factIndex.idfOfUnknown : this.#factIndex.idf(term);
  }

  /** The question of the article's own that a fact answers: the one before it or the heading above it; null where there is none. */
  ownQuestion(index: number): string | null {
    const fact = this.facts[index];
    if (fact === undefined) return null;
    const question = this.#questionBefore(fact, index) || (fact.headings.at(-1) ?? '');
    return isQuestion(question) ? question : null;
  }

  /** The long form of an alias's short one, as its article has it; null where the stem is none. */
  longForm(stemmed: string): string | null {
    return this.#aliases.longFormOf(stemmed);
  }

  /** The terms of a fact's words in reading order, by their numbers; empty where there is no such fact. */
  termsOf(index: number): Uint32Array {
    return this.#factTerms.subarray(this.#factStarts[index] ?? 0, this.#factStarts[index + 1] ?? 0);
  }

  /** The folded word that stands for a term: the first of its forms that was read. */
  wordOf(term: number): string {
    return this.#lexicon.wordOf(term);
  }

  /** The terms that a stem stands for, by their numbers: its own, and for an alias's short form those of the long one. */
  termsMeant(stemmed: string): readonly number[] {
    return [stemmed, ...this.#aliases.stemsOf(stemmed)].flatMap((each) => this.#lexicon.termOf(each) ?? []);
  }

  /** The number of a stem's term; undefined where no article holds it. */
  termOf(stemmed: string): number | undefined {
    return this.#lexicon.termOf(stemmed);
  }

  /** Whether an article's title or aliases hold a stem. */
  isInTitle(article: Article, stemmed: string): boolean {
    const term = this.#lexicon.termOf(stemmed);
    const number = this.#numberOf.get(article);
    return term !== undefined && number !== undefined && this.#titleIndex.holds(term, number);
  }

  /** Whether fact `other` stands in the same paragraph as fact `index`. */
  isSameParagraph(index: number, other: number): boolean {
    return other >= 0 && this.#paragraphOf[index] === this.#paragraphOf[other];
  }

  /**
   * The facts that best fit `terms`, best first, at most `limit`; empty where no article shares a word with them or
   * with `related`: words that mean about the same, which help to find but count for nothing else.
   */
  find(terms: readonly Term[], limit: number, related: readonly RelatedWord[] = []): readonly Candidate[] {
    const weighted = this.#weigh(terms, related);
    const own = this.#factIndex.scores(weighted);
    const paragraphs = this.#paragraphIndex.scores(weighted);
    const titles = this.#titleIndex.scores(weighted);
    const scores = new Float32Array(own.length);
    for (let i = 0; i < scores.length; i++) {
      const paragraph = paragraphs[this.#paragraphOf[i] ?? 0] ?? 0;
      const title = titles[this.#articleOf[i] ?? 0] ?? 0;
      scores[i] = (own[i] ?? 0) + PARAGRAPH_WEIGHT * paragraph + TITLE_WEIGHT * title;
    }
    return highest(scores, limit).map((index) => ({
      ...this.#candidate(index, terms),
      score: scores[index] ?? 0,
      own: own[index] ?? 0,
      before: this.isSameParagraph(index, index - 1) ? (own[index - 1] ?? 0) : 0,
      after: this.isSameParagraph(index, index + 1) ? (own[index + 1] ?? 0) : 0,
      paragraph: paragraphs[this.#paragraphOf[index] ?? 0] ?? 0,
      title: titles[this.#articleOf[index] ?? 0] ?? 0,
    }));
  }

  #candidate(
    index: number,
    terms: readonly Term[],
  ): Pick<Candidate, 'fact' | 'article' | 'index' | 'said' | 'saidAround'> {
    const [paragraph, number] = [this.#paragraphOf[index] ?? 0, this.#articleOf[index] ?? 0];
    const fact = this.facts[index];
    const article = this.articles[number];
    if (fact === undefined || article === undefined) throw new RangeError(`no fact ${index} in this base`);
    const introduced = new Set(this.#lexicon.termsOf(this.#introduction(fact, index)));
    const isSaid = (term: number): boolean => introduced.has(term) || this.#factIndex.holds(term, index);
    const isAround = (term: number): boolean =>
      this.#paragraphIndex.holds(term, paragraph) || this.#titleIndex.holds(term, number);
    const places = [...terms.keys()];
    const isMeant = (place: number, holds: (term: number) => boolean): boolean =>
      this.#isMeant(terms[place]?.stem ?? '', holds);
    const said = new Set(places.filter((place) => isMeant(place, isSaid)));
    const saidAround = new Set(places.filter((place) => said.has(place) || isMeant(place, isAround)));
    return { fact, article, index, said, saidAround };
  }

  /** What a fact answers to: the heading right above it, and the question before it. */
  #introduction(fact: Fact, index: number): string {
    return `${fact.headings.at(-1) ?? ''} ${this.#questionBefore(fact, index)}`;
  }

  #questionBefore(fact: Fact, index: number): string {
    const before = this.facts[index - 1];
    return before !== undefined && before.path === fact.path && isQuestion(before.text) ? before.text : '';
  }

  /** Whether `holds` holds for a stem, or for all words of the long form that it is the short one of. */
  #isMeant(stemmed: string, holds: (term: number) => boolean): boolean {
    const long = this.#aliases.stemsOf(stemmed);
    return this.#areAllHeld([stemmed], holds) || (long.length > 0 && this.#areAllHeld(long, holds));
  }

  #areAllHeld(stems: readonly string[], holds: (term: number) => boolean): boolean {
    return stems.every((stemmed) => {
      const term = this.#lexicon.termOf(stemmed);
      return term !== undefined && holds(term);
    });
  }

  /** What to look for: the question's words, the words of the long form for an alias's short one, and related ones. */
  #weigh(terms: readonly Term[], related: readonly RelatedWord[]): readonly WeightedTerm[] {
    const asked = terms.map((term) => term.stem);
    const weights = new Map<string, number>();
    for (const { stem: stemmed, weight } of related)
      weights.set(stemmed, Math.max(weight, weights.get(stemmed) ?? 0));
    for (const stemmed of asked.flatMap((short) => this.#aliases.stemsOf(short)))
      weights.set(stemmed, ALIAS_WEIGHT);
    for (const stemmed of asked) weights.set(stemmed, 1);
    return Array.from(weights).flatMap(([stemmed, weight]) => {
      const term = this.#lexicon.termOf(stemmed);
      return term === undefined ? [] : [{ term, weight }];
    });
  }
}

/** Where the terms of each fact start when those of all facts lie end to end; one entry more than there are facts. */
function startsOf(facts: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(facts.length + 1);
  for (const [index, terms] of facts.entries()) starts[index + 1] = (starts[index] ?? 0) + terms.length;
  return starts;
}

/** The indices of the `limit` highest scores above 0, highest first; equal scores keep their order. */
function highest(scores: Float32Array, limit: number): readonly number[] {
  const top: number[] = [];
  const scoreAt = (index: number | undefined): number => (index === undefined ? 0 : (scores[index] ?? 0));
  for (let i = 0; i < scores.length; i++) {
    const worst = top.length < limit ? 0 : scoreAt(top.at(-1));
    if (scoreAt(i) <= worst) continue;
    let place = top.length;
    while (place > 0 && scoreAt(top[place - 1]) < scoreAt(i)) place--;
    top.splice(place, 0, i);
    if (top.length > limit) top.pop();
  }
  return top;
}
