import type { Article, Fact } from '../knowledge/article.ts';
import { isFunctionWord } from '../text/function-words.ts';
import { isQuestion } from '../text/questions.ts';
import { stem } from '../text/stems.ts';
import type { Word } from '../text/words.ts';
import { collectAliases, readDocuments } from './documents.ts';
import { InvertedIndex, type WeightedTerm } from './inverted-index.ts';
import { Lexicon } from './lexicon.ts';
import { Suggestions } from './suggestions.ts';
import { readTerms, type Term } from './terms.ts';
import { Vocabulary } from './vocabulary.ts';

/** A fact that fits a question, with the article it stands in. */
export interface Match {
  readonly fact: Fact;
  readonly article: Article;
  /** Above 0, best highest; comparable within one question only. */
  readonly score: number;
  /** The stems of the question's terms that the sentence holds, or the heading or the question just above it. */
  readonly said: ReadonlySet<string>;
  /** Those that it or its paragraph, headings or title hold. */
  readonly saidAround: ReadonlySet<string>;
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
  /** For each fact, the number of its paragraph over all articles, and of its article. */
  readonly #paragraphOf: Uint32Array;
  readonly #articleOf: Uint32Array;
  /** From the stem of an alias's short form to the stems of its long one. */
  readonly #aliases: ReadonlyMap<string, readonly string[]>;

  /** The order of `articles` settles ties between equal matches. */
  constructor(articles: readonly Article[]) {
    this.articles = articles;
    this.facts = articles.flatMap((article) => article.facts);
    const documents = readDocuments(articles, this.#lexicon);
    this.#factIndex = new InvertedIndex(documents.facts, this.#lexicon.size);
    this.#paragraphIndex = new InvertedIndex(documents.paragraphs, this.#lexicon.size);
    this.#titleIndex = new InvertedIndex(documents.titles, this.#lexicon.size);
    this.#paragraphOf = documents.paragraphOf;
    this.#articleOf = documents.articleOf;
    this.#aliases = collectAliases(articles);
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

  /** The facts that best fit `terms`, best first, at most `limit`; empty where no article shares a word with them. */
  find(terms: readonly Term[], limit: number): readonly Match[] {
    const weighted = this.#weigh(terms);
    const scores = this.#factIndex.scores(weighted);
    const paragraphs = this.#paragraphIndex.scores(weighted);
    const titles = this.#titleIndex.scores(weighted);
    for (let i = 0; i < scores.length; i++) {
      const paragraph = paragraphs[this.#paragraphOf[i] ?? 0] ?? 0;
      const title = titles[this.#articleOf[i] ?? 0] ?? 0;
      scores[i] = (scores[i] ?? 0) + PARAGRAPH_WEIGHT * paragraph + TITLE_WEIGHT * title;
    }
    return highest(scores, limit).map((index) => this.#match(index, scores[index] ?? 0, terms));
  }

  #match(index: number, score: number, terms: readonly Term[]): Match {
    const [paragraph, number] = [this.#paragraphOf[index] ?? 0, this.#articleOf[index] ?? 0];
    const fact = this.facts[index];
    const article = this.articles[number];
    if (fact === undefined || article === undefined) throw new RangeError(`no fact ${index} in this base`);
    const introduced = new Set(this.#lexicon.termsOf(this.#introduction(fact, index)));
    const isSaid = (term: number): boolean => introduced.has(term) || this.#factIndex.holds(term, index);
    const isAround = (term: number): boolean =>
      this.#paragraphIndex.holds(term, paragraph) || this.#titleIndex.holds(term, number);
    const stems = terms.map((term) => term.stem);
    const said = new Set(stems.filter((stemmed) => this.#isMeant(stemmed, isSaid)));
    const saidAround = new Set(
      stems.filter((stemmed) => said.has(stemmed) || this.#isMeant(stemmed, isAround)),
    );
    return { fact, article, score, said, saidAround };
  }

  /** What a fact answers to: the heading right above it, and the question before it. */
  #introduction(fact: Fact, index: number): string {
    const before = this.facts[index - 1];
    const question =
      before !== undefined && before.path === fact.path && isQuestion(before.text) ? before.text : '';
    return `${fact.headings.at(-1) ?? ''} ${question}`;
  }

  /** Whether `holds` holds for a stem, or for all words of the long form that it is the short one of. */
  #isMeant(stemmed: string, holds: (term: number) => boolean): boolean {
    const long = this.#aliases.get(stemmed) ?? [];
    return this.#areAllHeld([stemmed], holds) || (long.length > 0 && this.#areAllHeld(long, holds));
  }

  #areAllHeld(stems: readonly string[], holds: (term: number) => boolean): boolean {
    return stems.every((stemmed) => {
      const term = this.#lexicon.termOf(stemmed);
      return term !== undefined && holds(term);
    });
  }

  /** What to look for: the question's words, and for an alias's short form the words of the long one too. */
  #weigh(terms: readonly Term[]): readonly WeightedTerm[] {
    const asked = terms.map((term) => term.stem);
    const weights = new Map<string, number>();
    for (const stemmed of asked.flatMap((short) => this.#aliases.get(short) ?? []))
      weights.set(stemmed, ALIAS_WEIGHT);
    for (const stemmed of asked) weights.set(stemmed, 1);
    return Array.from(weights).flatMap(([stemmed, weight]) => {
      const term = this.#lexicon.termOf(stemmed);
      return term === undefined ? [] : [{ term, weight }];
    });
  }
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
