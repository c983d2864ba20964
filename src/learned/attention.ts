import type { DenseKernel } from './dense-kernel.ts';

/** Turns scores into shares that add up to 1, in place, over `length` numbers from `start` on. */
export function softmax(scores: Float32Array, start: number, length: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = start; i < start + length; i++) highest = Math.max(highest, scores[i] ?? 0);
  let sum = 0;
  for (let i = start; i < start + length; i++) {
    const share = Math.exp((scores[i] ?? 0) - highest);
    scores[i] = share;
    sum += share;
  }
  for (let i = start; i < start + length; i++) scores[i] = (scores[i] ?? 0) / sum;
}

/** The scalar products of each row of `a` with each row of `b`, both of `width` columns, times `factor`. */
export function products(
  a: Float32Array,
  b: Float32Array,
  { width, factor }: { readonly width: number; readonly factor: number },
): Float32Array {
  const [rows, columns] = [a.length / width, b.length / width];
  const table = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [from, to] = [row * width, column * width];
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (a[from + i] ?? 0) * (b[to + i] ?? 0);
      table[row * columns + column] = sum * factor;
    }
  }
  return table;
}

/**
 * For each row of `scores`, the rows of `values` mixed in the shares that the softmax of the scores gives. Turns
 * `scores` into these shares.
 *
 * @see https://arxiv.org/abs/1409.0473 Bahdanau and others
 */
export function mix(kernel: DenseKernel, scores: Float32Array, values: MixedRows): Float32Array {
  for (let start = 0; start < scores.length; start += values.count) softmax(scores, start, values.count);
  return kernel.multiply(scores, values.rows, values.count);
}

/** Rows to be mixed, end to end. */
export interface MixedRows {
  readonly rows: Float32Array;
  readonly count: number;
}
