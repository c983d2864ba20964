import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';
import { Postings } from '../terms/postings.ts';
import type { TermLists } from '../terms/term-lists.ts';
import { computeImpact, computeNormalisation } from './bm25.ts';
import type { ScoredDocuments, ScoringOfTerm } from './level.ts';

/** An inverted index: the documents that hold each term. Immutable. */
export class InvertedIndex implements ScoredDocuments {
  readonly totalLength: number;
  readonly #postings: Postings;
  readonly #lengths: Uint32Array;

  private constructor(postings: Postings, lengths: Uint32Array) {
    this.#postings = postings;
    this.#lengths = lengths;
    this.totalLength = this.#lengths.reduce((sum, length) => sum + length, 0);
  }

  /** @param documents the terms of each document, repeated as often as they occur; documents may be empty */
  static build(documents: TermLists, termCount: number): InvertedIndex {
    return new InvertedIndex(Postings.build(documents, termCount), documents.measureLengths());
  }

  static read(from: FlatReader, at: string): InvertedIndex {
    return new InvertedIndex(Postings.read(from, at), from.readUint32(`${at}/lengths`));
  }

  write(to: FlatWriter, at: string): void {
    this.#postings.write(to, at);
    to.add(`${at}/lengths`, this.#lengths);
  }

  get count(): number {
    return this.#lengths.length;
  }

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

  addScores({ term, factor, averageLength }: ScoringOfTerm, scores: Float32Array): void {
    const { starts, documents, counts } = this.#postings;
    const lengths = this.#lengths;
    const end = starts[term + 1] ?? 0;
    for (let i = starts[term] ?? 0; i < end; i++) {
      const document = documents[i] ?? 0;
      const normalisation = computeNormalisation(lengths[document] ?? 0, averageLength);
      scores[document] = (scores[document] ?? 0) + factor * computeImpact(counts[i] ?? 0, normalisation);
    }
  }
}
