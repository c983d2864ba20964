import type { ByteVector } from '../../encoders/encoders.ts';
import type { FactRange } from './level-index.ts';

/** The vectors of facts, to find those that mean about the same as a question. Immutable. */
export class VectorIndex {
  readonly #width: number;
  readonly #rows: Int8Array;
  readonly #scales: Float32Array;

  /** @param vectors the vectors of a base's facts in their order, all of the same width */
  constructor(vectors: readonly ByteVector[]) {
    this.#width = vectors[0]?.bytes.length ?? 0;
    this.#rows = new Int8Array(vectors.length * this.#width);
    this.#scales = Float32Array.from(vectors, ({ scale }) => scale);
    for (const [index, { bytes }] of vectors.entries()) this.#rows.set(bytes, index * this.#width);
  }

  get count(): number {
    return this.#scales.length;
  }

  /**
   * Returns the index of these facts alone, in this order.
   *
   * @throws {RangeError} if it lacks one of them
   */
  select(facts: readonly number[]): VectorIndex {
    return new VectorIndex(facts.map((fact) => this.#read(fact)));
  }

  #read(fact: number): ByteVector {
    const scale = this.#scales[fact];
    if (scale === undefined) throw new RangeError(`no vector of fact ${fact}`);
    return { scale, bytes: this.#rows.subarray(fact * this.#width, (fact + 1) * this.#width) };
  }

  /** Computes the similarity of `vector`, of length 1, to each of these facts: the scalar product, in the order of the facts. */
  computeSimilarities(
    vector: Float32Array,
    { from, to }: FactRange = { from: 0, to: this.count },
  ): Float32Array {
    const similarities = new Float32Array(Math.max(0, to - from));
    for (let index = 0; index < similarities.length; index++)
      similarities[index] = this.#computeProduct(from + index, vector) * (this.#scales[from + index] ?? 0);
    return similarities;
  }

  /**
   * Computes the scalar product in four independent sums, which is twice as fast as one. Beyond the width the vector gives 0, so the
   * numbers of the next row do not count.
   */
  #computeProduct(index: number, vector: Float32Array): number {
    const [rows, width] = [this.#rows, this.#width];
    const start = index * width;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < width; i += 4) {
      const at = start + i;
      a += (rows[at] ?? 0) * (vector[i] ?? 0);
      b += (rows[at + 1] ?? 0) * (vector[i + 1] ?? 0);
      c += (rows[at + 2] ?? 0) * (vector[i + 2] ?? 0);
      d += (rows[at + 3] ?? 0) * (vector[i + 3] ?? 0);
    }
    return a + b + c + d;
  }
}
