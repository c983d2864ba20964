import type { ByteVector } from '../encoders/byte-vector.ts';
import type { FactRange } from './levels.ts';

/** The vectors of facts, to find those that mean about the same as a question. Immutable. */
export class MeaningIndex {
  readonly #width: number;
  readonly #rows: Int8Array;
  readonly #scales: Float32Array;

  /** @param vectors of the facts of a base in their order, all of the same width */
  constructor(vectors: readonly ByteVector[]) {
    this.#width = vectors[0]?.bytes.length ?? 0;
    this.#rows = new Int8Array(vectors.length * this.#width);
    this.#scales = Float32Array.from(vectors, ({ scale }) => scale);
    for (const [place, { bytes }] of vectors.entries()) this.#rows.set(bytes, place * this.#width);
  }

  get count(): number {
    return this.#scales.length;
  }

  /** How much alike to `vector`, of length 1, each of these facts is: the scalar product, in the order of the facts. */
  likenessOf(vector: Float32Array, { from, to }: FactRange = { from: 0, to: this.count }): Float32Array {
    const width = this.#width;
    return Float32Array.from({ length: Math.max(0, to - from) }, (_, place) => {
      const at = (from + place) * width;
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (this.#rows[at + i] ?? 0) * (vector[i] ?? 0);
      return sum * (this.#scales[from + place] ?? 0);
    });
  }
}
