import type { TermNumbers } from '../terms/term-numbers.ts';
import { computeAverageLength, computeIdf, type WeightedTerm } from './bm25.ts';

/** What one segment has at one level. Terms go by the segment's own numbers. */
export interface ScoredDocuments {
  /** How many documents there are. */
  readonly count: number;
  /** How many terms all documents have together. */
  readonly totalLength: number;
  /** Counts the documents that hold `term`. */
  countDocuments(term: number): number;
  /** Adds the BM25 score of a term to the scores of the documents that hold it. */
  addScores(scoring: ScoringOfTerm, scores: Float32Array): void;
}

/** A term of a segment, with what the score of each document follows from. */
export interface ScoringOfTerm {
  readonly term: number;
  /** The weight of the term times its IDF. */
  readonly factor: number;
  readonly averageLength: number;
}

/** One level of one segment, with the numbers that the base gives to its terms. */
export interface LevelPart<Documents extends ScoredDocuments = ScoredDocuments> {
  readonly documents: Documents;
  readonly terms: TermNumbers;
}

/** One level of all segments of a base. Their statistics are summed up, so the scores are those of one index of all documents. Immutable. */
export class Level {
  readonly #parts: readonly LevelPart[];
  readonly #count: number;
  readonly #averageLength: number;

  constructor(parts: readonly LevelPart[]) {
    this.#parts = parts;
    this.#count = parts.reduce((sum, { documents }) => sum + documents.count, 0);
    const totalLength = parts.reduce((sum, { documents }) => sum + documents.totalLength, 0);
    this.#averageLength = computeAverageLength(totalLength, this.#count);
  }

  /** Returns how telling a term is: above 0, rare ones highest. */
  idf(term: number): number {
    let holding = 0;
    for (const { documents, terms } of this.#parts) {
      const own = terms.findOwn(term);
      if (own !== undefined) holding += documents.countDocuments(own);
    }
    return computeIdf(holding, this.#count);
  }

  /** The IDF of a word that no document holds. */
  get idfOfUnknown(): number {
    return computeIdf(0, this.#count);
  }

  /** Computes the BM25 score of every document of each segment for `terms`, best highest, 0 if it holds none of them. */
  computeScores(asked: readonly WeightedTerm[]): readonly Float32Array[] {
    const averageLength = this.#averageLength;
    const factors = asked.map(({ term, weight }) => ({ term, factor: weight * this.idf(term) }));
    return this.#parts.map(({ documents, terms }) => {
      const scores = new Float32Array(documents.count);
      for (const { term, factor } of factors) {
        const own = terms.findOwn(term);
        if (own !== undefined) documents.addScores({ term: own, factor, averageLength }, scores);
      }
      return scores;
    });
  }
}
