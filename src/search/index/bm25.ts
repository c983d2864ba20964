/**
 * BM25's saturation and length normalisation. Facts are single sentences, whose lengths say little: lower than
 * the customary 1.2 and 0.75, best on SQuAD-like questions (`squad11-dev`).
 *
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, The Probabilistic Relevance Framework
 */
const K1 = 0.8;
const B = 0.4;

/** A term to look for, by its number in the lexicon, and its weight, above 0. */
export interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/** Computes the average length of documents that have `totalLength` terms together, at least 1. */
export function computeAverageLength(totalLength: number, documentCount: number): number {
  return Math.max(1, totalLength / Math.max(1, documentCount));
}

/** Computes the normalisation that `computeImpact` takes, for a document of this length. */
export function computeNormalisation(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / averageLength);
}

/** Computes the BM25 score, before IDF, of a term that a document holds `count` times. */
export function computeImpact(count: number, normalisation: number): number {
  return Math.fround((count * (K1 + 1)) / (count + normalisation));
}

/** Computes how telling a term is: above 0, rare ones highest. */
export function computeIdf(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5));
}
