import type { WeightedTerm } from './bm25.ts';
import { computeIdf, computeImpact, computeNormalisations } from './bm25.ts';
import type { LevelScores } from './candidate.ts';
import type { Documents } from './documents.ts';
import { ParagraphIndex } from './paragraph-index.ts';
import { Postings } from './postings.ts';
import { selectHighest } from './select-highest.ts';
import type { TermLists } from './term-lists.ts';

/*
 * The loops of this folder read arrays by indices that are in range, and write `?? 0` for the compiler alone. A function that reads and
 * throws would be more honest, but it serves arrays of every kind: V8 then reads through a slow path, and scoring takes 2.5 times as long.
 */

/**
 * The weights of a fact's paragraph and title beside its own words. An answer often leaves out the subject that its paragraph or title
 * has named. Tuned on `squad11-dev` and `nq-qed-dev`.
 */
const PARAGRAPH_WEIGHT = 0.7;
const TITLE_WEIGHT = 0.6;

/** How many facts to find, and which. */
interface FindOptions {
  readonly limit: number;
  /** If fewer facts than this hold one of the terms, others follow with a score of 0; 0 by default. */
  readonly atLeast?: number;
  /** The range to search; all facts by default. */
  readonly within?: FactRange;
  /** The numbers of facts that follow the others; none by default. */
  readonly also?: readonly number[];
}

/** A range of facts: from `from` on, before `to`. */
export interface FactRange {
  readonly from: number;
  readonly to: number;
}

/** The index at its three levels: sentence, paragraph, title. Facts and articles go by their numbers. Immutable. */
export class LevelIndex {
  readonly #facts: InvertedIndex;
  readonly #paragraphs: ParagraphIndex;
  readonly #titles: InvertedIndex;
  readonly #paragraphOf: Uint32Array;
  readonly #articleOf: Uint32Array;

  constructor({ facts, paragraphs, titles, paragraphOf, articleOf }: Documents, termCount: number) {
    this.#facts = new InvertedIndex(facts, termCount);
    this.#paragraphs = new ParagraphIndex(paragraphs, termCount);
    this.#titles = new InvertedIndex(titles, termCount);
    this.#paragraphOf = paragraphOf;
    this.#articleOf = articleOf;
  }

  /** Returns how telling a term is: above 0, highest for undefined, which no fact holds. */
  idf(term: number | undefined): number {
    return term === undefined ? this.#facts.idfOfUnknown : this.#facts.idf(term);
  }

  /** Returns whether a fact's sentence holds a term. */
  holds(term: number, fact: number): boolean {
    return this.#facts.holds(term, fact);
  }

  /** Returns whether the sentence of one of these facts holds a term. */
  holdsWithin(term: number, { from, to }: FactRange): boolean {
    return this.#facts.holdsWithin(term, from, to);
  }

  /** Returns whether a fact's paragraph, headings or title hold a term. */
  holdsAround(term: number, fact: number): boolean {
    return (
      this.#paragraphs.holds(term, this.#paragraphOf[fact] ?? 0) ||
      this.#titles.holds(term, this.#articleOf[fact] ?? 0)
    );
  }

  /** Returns whether an article's title or aliases hold a term. */
  titleHolds(term: number, article: number): boolean {
    return this.#titles.holds(term, article);
  }

  /** Finds the facts that best fit `terms`, best first, equal ones in their order. Returns none without terms. */
  findBest(
    terms: readonly WeightedTerm[],
    { limit, atLeast = 0, within = { from: 0, to: this.#articleOf.length }, also = [] }: FindOptions,
  ): readonly LevelScores[] {
    const own = this.#facts.computeScores(terms);
    const paragraphs = this.#paragraphs.computeScores(terms);
    const titles = this.#titles.computeScores(terms);
    const [paragraphOf, articleOf] = [this.#paragraphOf, this.#articleOf];
    const scores = new Float32Array(own.length);
    for (let i = 0; i < scores.length; i++) {
      const paragraph = paragraphs[paragraphOf[i] ?? 0] ?? 0;
      const title = titles[articleOf[i] ?? 0] ?? 0;
      scores[i] = (own[i] ?? 0) + PARAGRAPH_WEIGHT * paragraph + TITLE_WEIGHT * title;
    }
    const ownBeside = (index: number, other: number): number =>
      paragraphOf[index] === paragraphOf[other] ? (own[other] ?? 0) : 0;
    const eligible = scores.subarray(within.from, within.to);
    const fitting = selectHighest(eligible, limit);
    const missing = terms.length === 0 ? 0 : Math.min(limit, atLeast) - fitting.length;
    const indexes = [...fitting, ...findFirstZeros(eligible, missing)].map((offset) => within.from + offset);
    return [...new Set([...indexes, ...also])].map((index) => ({
      index,
      score: scores[index] ?? 0,
      own: own[index] ?? 0,
      before: ownBeside(index, index - 1),
      after: ownBeside(index, index + 1),
      paragraph: paragraphs[paragraphOf[index] ?? 0] ?? 0,
      title: titles[articleOf[index] ?? 0] ?? 0,
    }));
  }
}

/** Finds the first `count` indices whose score is 0. */
function findFirstZeros(scores: Float32Array, count: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < scores.length && found.length < count; index++)
    if (scores[index] === 0) found.push(index);
  return found;
}

/** An inverted index: the documents that hold each term, with their BM25 scores. Immutable once built. */
export class InvertedIndex {
  readonly #documentCount: number;
  readonly #postings: Postings;
  /** The BM25 score of each posting, before IDF. */
  readonly #impacts: Float32Array;

  /** @param documents the terms of each document, repeated as often as they occur; documents may be empty */
  constructor(documents: TermLists, termCount: number) {
    this.#documentCount = documents.count;
    this.#postings = new Postings(documents, termCount);
    const lengths = Uint32Array.from(
      { length: documents.count },
      (_, document) => documents.read(document).length,
    );
    const normalisation = computeNormalisations(lengths);
    this.#impacts = Float32Array.from(this.#postings.counts, (count, posting) =>
      computeImpact(count, normalisation[this.#postings.documents[posting] ?? 0] ?? 0),
    );
  }

  /** Counts the documents that hold `term`. */
  countDocuments(term: number): number {
    return this.#postings.countDocuments(term);
  }

  /** Returns whether `document` holds `term`. */
  holds(term: number, document: number): boolean {
    return this.#postings.holdsWithin(term, document, document + 1);
  }

  /** Returns whether a document from `from` on, before `to`, holds `term`. */
  holdsWithin(term: number, from: number, to: number): boolean {
    return this.#postings.holdsWithin(term, from, to);
  }

  /** Returns how telling a term is: above 0, rare ones highest. */
  idf(term: number): number {
    return computeIdf(this.countDocuments(term), this.#documentCount);
  }

  /** The IDF of a word that no document holds. */
  get idfOfUnknown(): number {
    return computeIdf(0, this.#documentCount);
  }

  /** Computes the BM25 score of every document for `terms`, best highest, 0 if it holds none of them. */
  computeScores(terms: readonly WeightedTerm[]): Float32Array {
    const { starts, documents } = this.#postings;
    const scores = new Float32Array(this.#documentCount);
    for (const { term, weight } of terms) {
      const factor = weight * this.idf(term);
      const end = starts[term + 1] ?? 0;
      for (let i = starts[term] ?? 0; i < end; i++) {
        const document = documents[i] ?? 0;
        scores[document] = (scores[document] ?? 0) + factor * (this.#impacts[i] ?? 0);
      }
    }
    return scores;
  }
}
