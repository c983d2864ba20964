import { ByteRows } from './byte-rows.ts';
import { type ModelFile, ModelFileError, tensorOf } from './model-file.ts';

/**
 * Words as points: those that are used alike lie close together. English, made from GloVe; `models/word-vectors.md`
 * tells how. Immutable.
 */
export class WordVectors {
  readonly dimensions: number;
  readonly #words: readonly string[];
  readonly #indexOf: ReadonlyMap<string, number>;
  readonly #vectors: ByteRows;
  /** What each word's numbers are multiplied with, so that its vector has the length 1. */
  readonly #scales: Float32Array;
  readonly #neighbours: Uint16Array;
  readonly #neighboursEach: number;

  /** @throws {ModelFileError} when `file` holds something else */
  constructor(file: ModelFile) {
    const words = (file.texts.get('words') ?? '').split('\n');
    const vectors = tensorOf(file, 'vectors');
    const scales = tensorOf(file, 'scales').values;
    const neighbours = tensorOf(file, 'neighbours');
    if (
      !(vectors.values instanceof Int8Array) ||
      !(scales instanceof Float32Array) ||
      !(neighbours.values instanceof Uint16Array) ||
      words.length !== vectors.rows ||
      scales.length !== vectors.rows ||
      neighbours.rows !== vectors.rows
    )
      throw new ModelFileError('does not hold word vectors');
    this.dimensions = vectors.columns;
    this.#words = words;
    this.#indexOf = new Map(words.map((word, index) => [word, index]));
    this.#vectors = new ByteRows(vectors.values, vectors.columns);
    this.#scales = scales;
    this.#neighbours = neighbours.values;
    this.#neighboursEach = neighbours.columns;
  }

  /** Whether a folded word has a vector. */
  has(folded: string): boolean {
    return this.indexOf(folded) >= 0;
  }

  /** The number of a folded word, counted from 0 for the most frequent one; -1 for one that has no vector. */
  indexOf(folded: string): number {
    return this.#indexOf.get(folded) ?? -1;
  }

  /** The folded word with this number; empty where there is none. */
  wordAt(index: number): string {
    return this.#words[index] ?? '';
  }

  /** How rare word `index` is: 0 for the most frequent one, 1 for those that have no vector. */
  rarity(index: number): number {
    return index < 0 ? 1 : Math.log(index + 1) / Math.log(this.#indexOf.size + 1);
  }

  /** The cosine of the angle between two words by their numbers: -1 to 1, alike highest; 0 where one has no vector. */
  similarity(a: number, b: number): number {
    if (a < 0 || b < 0) return 0;
    return this.#vectors.product(a, b) * (this.#scales[a] ?? 0) * (this.#scales[b] ?? 0);
  }

  /** Writes the vector of word `index`, of length 1, to `target` from `offset` on; zeros for -1. */
  copyTo(target: Float32Array, offset: number, index: number): void {
    const { dimensions } = this;
    if (index < 0) {
      target.fill(0, offset, offset + dimensions);
      return;
    }
    const { values } = this.#vectors;
    const scale = this.#scales[index] ?? 0;
    for (let i = 0; i < dimensions; i++) target[offset + i] = scale * (values[index * dimensions + i] ?? 0);
  }

  /** The numbers of the words nearest to word `index`, nearest first; empty for -1. */
  neighbours(index: number): readonly number[] {
    if (index < 0) return [];
    const start = index * this.#neighboursEach;
    return [...this.#neighbours.subarray(start, start + this.#neighboursEach)];
  }
}
