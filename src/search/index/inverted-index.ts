import { computeIdf, computeImpact, computeNormalisations, type WeightedTerm } from './bm25.ts';
import { Postings } from './postings.ts';
import type { TermLists } from './term-lists.ts';

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

  /** Tells whether `document` holds `term`. */
  holds(term: number, document: number): boolean {
    return this.#postings.holdsWithin(term, document, document + 1);
  }

  /** Tells whether a document from `from` on, before `to`, holds `term`. */
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
