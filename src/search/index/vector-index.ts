import type { ByteVector } from '../../encoders/encoders.ts';
import type { FactRange } from '../articles/article-list.ts';

/** The vectors of some facts in a row. */
interface VectorRows {
  /** How many numbers a vector has. */
  readonly width: number;
  readonly rows: Int8Array;
  readonly scales: Float32Array;
}

/** The vectors of facts, to find those that mean about the same as a question. Immutable. */
export class VectorIndex {
  readonly count: number;
  readonly #parts: readonly VectorRows[];

  /**
   * @param vectors the vectors of facts in their order, all of the same width
   * @param others the indexes of the facts that follow
   */
  constructor(vectors: readonly ByteVector[], others: readonly VectorIndex[] = []) {
    this.#parts = [
      ...(vectors.length === 0 ? [] : [toRows(vectors)]),
      ...others.flatMap((each) => each.#parts),
    ];
    this.count = this.#parts.reduce((sum, { scales }) => sum + scales.length, 0);
  }

  /** Returns the index of the facts of all these indexes, in their order. It shares their vectors, so it costs next to nothing. */
  static join(indexes: readonly VectorIndex[]): VectorIndex {
    return new VectorIndex([], indexes);
  }

  /** Computes the similarity of `vector`, of length 1, to each of these facts: the scalar product, in the order of the facts. */
  computeSimilarities(
    vector: Float32Array,
    { from, to }: FactRange = { from: 0, to: this.count },
  ): Float32Array {
    const similarities = new Float32Array(Math.max(0, to - from));
    let first = 0;
    for (const part of this.#parts) {
      const end = Math.min(to - first, part.scales.length);
      for (let row = Math.max(0, from - first); row < end; row++)
        similarities[first + row - from] = computeProduct(part, row, vector) * (part.scales[row] ?? 0);
      first += part.scales.length;
    }
    return similarities;
  }
}

function toRows(vectors: readonly ByteVector[]): VectorRows {
  const width = vectors[0]?.bytes.length ?? 0;
  const rows = new Int8Array(vectors.length * width);
  for (const [index, { bytes }] of vectors.entries()) rows.set(bytes, index * width);
  return { width, rows, scales: Float32Array.from(vectors, ({ scale }) => scale) };
}

/**
 * Computes the scalar product in four independent sums, which is twice as fast as one. Beyond the width the vector gives 0, so the numbers
 * of the next row do not count.
 */
function computeProduct({ rows, width }: VectorRows, row: number, vector: Float32Array): number {
  const start = row * width;
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
