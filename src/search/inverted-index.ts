/** A word to look for, by its number in the {@link Lexicon}, and how much it matters, above 0. */
export interface WeightedTerm {
  readonly term: number;
  readonly weight: number;
}

/**
 * BM25's saturation and length normalisation. Facts are single sentences, whose lengths say little: lower than
 * the customary 1.2 and 0.75, best on SQuAD-like questions (`squad11-dev`).
 *
 * @see https://doi.org/10.1561/1500000019 Robertson and Zaragoza, The Probabilistic Relevance Framework
 */
const K1 = 0.8;
const B = 0.4;

/** Which documents hold a term, and how much each of them is about it. Immutable once built. */
export class InvertedIndex {
  readonly #documentCount: number;
  /** The postings of term `t` are those from `#starts[t]` up to `#starts[t + 1]`. */
  readonly #starts: Uint32Array;
  /** The document of each posting, rising within a term. */
  readonly #documents: Uint32Array;
  /** The BM25 share of each posting, before IDF. */
  readonly #impacts: Float32Array;

  /** @param documents the terms of each document, repeated as often as they occur; empty documents are fine */
  constructor(documents: readonly (readonly number[])[], termCount: number) {
    this.#documentCount = documents.length;
    this.#starts = countPostings(documents, termCount);
    this.#documents = new Uint32Array(this.#starts[termCount] ?? 0);
    this.#impacts = new Float32Array(this.#documents.length);
    this.#fill(documents);
  }

  /** In how many documents `term` occurs. */
  documentFrequency(term: number): number {
    return (this.#starts[term + 1] ?? 0) - (this.#starts[term] ?? 0);
  }

  /** Whether `document` holds `term`. */
  holds(term: number, document: number): boolean {
    let low = this.#starts[term] ?? 0;
    let high = this.#starts[term + 1] ?? 0;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#documents[middle] ?? 0) < document) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#documents[low] === document;
  }

  /** How telling a term is: above 0, rare ones highest. */
  idf(term: number): number {
    return inverseFrequency(this.documentFrequency(term), this.#documentCount);
  }

  /** The idf of a word that no document holds. */
  get idfOfUnknown(): number {
    return inverseFrequency(0, this.#documentCount);
  }

  /** The BM25 score of every document for `terms`, best highest, 0 where none of them occurs. */
  scores(terms: readonly WeightedTerm[]): Float32Array {
    const scores = new Float32Array(this.#documentCount);
    for (const { term, weight } of terms) {
      const factor = weight * this.idf(term);
      const end = this.#starts[term + 1] ?? 0;
      for (let i = this.#starts[term] ?? 0; i < end; i++) {
        const document = this.#documents[i] ?? 0;
        scores[document] = (scores[document] ?? 0) + factor * (this.#impacts[i] ?? 0);
      }
    }
    return scores;
  }

  #fill(documents: readonly (readonly number[])[]): void {
    const totalLength = documents.reduce((sum, terms) => sum + terms.length, 0);
    const averageLength = Math.max(1, totalLength / Math.max(1, documents.length));
    const next = this.#starts.slice();
    for (const [document, terms] of documents.entries()) {
      const normalisation = K1 * (1 - B + (B * terms.length) / averageLength);
      for (const [term, count] of countEach(terms)) {
        const place = next[term] ?? 0;
        this.#documents[place] = document;
        this.#impacts[place] = (count * (K1 + 1)) / (count + normalisation);
        next[term] = place + 1;
      }
    }
  }
}

function inverseFrequency(frequency: number, documentCount: number): number {
  return Math.log(1 + (documentCount - frequency + 0.5) / (frequency + 0.5));
}

/** Where the postings of each term start, were they laid end to end; one entry more than there are terms. */
function countPostings(documents: readonly (readonly number[])[], termCount: number): Uint32Array {
  const starts = new Uint32Array(termCount + 1);
  for (const terms of documents) {
    for (const term of new Set(terms)) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  }
  for (let term = 0; term < termCount; term++) {
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  }
  return starts;
}

function countEach(terms: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
