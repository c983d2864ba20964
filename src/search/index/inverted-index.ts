import { computeIdf, computeImpact, computeNormalisations, type WeightedTerm } from './bm25.ts';
import { Postings } from './postings.ts';
import type { TermLists } from './term-lists.ts';

/** Which documents hold a term, and how much each of them is about it. Immutable once built. */
export class InvertedIndex {
  readonly #documentCount: number;
  readonly #postings: Postings;
  /** The BM25 share of each posting, before IDF. */
  readonly #impacts: Float32Array;

  /** @param documents the terms of each document, repeated as often as they occur; empty documents are fine */
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

  /** In how many documents `term` occurs. */
  countDocuments(term: number): number {
    return this.#postings.countDocuments(term);
  }

  /** Whether `document` holds `term`. */
  holds(term: number, document: number): boolean {
    return this.#postings.holdsWithin(term, document, document + 1);
  }

  /** Whether a document from `from` on, before `to`, holds `term`. */
  holdsWithin(term: number, from: number, to: number): boolean {
    return this.#postings.holdsWithin(term, from, to);
  }

  /** How telling a term is: above 0, rare ones highest. */
  idf(term: number): number {
    return computeIdf(this.countDocuments(term), this.#documentCount);
  }

  /** The idf of a word that no document holds. */
  get idfOfUnknown(): number {
    return computeIdf(0, this.#documentCount);
  }

  /** The BM25 score of every document for `terms`, best highest, 0 where none of them occurs. */
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
