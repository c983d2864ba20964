import { sigmoid, tanh } from './squash.ts';

/**
 * Reads a sequence of rows once in each direction and adds what it gathers to every row. A recurrent layer without
 * matrix products between its steps: the first half of the columns remembers what came before, the second half what
 * comes after.
 *
 * @param x rows of `width` numbers end to end
 * @param gates for each row three times as many: what is new, how much is kept, how much is shown
 * @see https://arxiv.org/abs/1611.01576 Bradbury and others, Quasi-Recurrent Neural Networks
 */
export function gather(x: Float32Array, gates: Float32Array, width: number): Float32Array {
  const rows = x.length / width;
  const y = x.slice();
  const kept = new Float64Array(width);
  for (let step = 0; step < rows; step++) {
    for (let column = 0; column < width; column++) {
      const row = column < width / 2 ? step : rows - 1 - step;
      const gate = row * 3 * width + column;
      const keep = sigmoid(gates[gate + width] ?? 0);
      const memory = keep * (kept[column] ?? 0) + (1 - keep) * tanh(gates[gate] ?? 0);
      kept[column] = memory;
      const at = row * width + column;
      y[at] = (y[at] ?? 0) + sigmoid(gates[gate + 2 * width] ?? 0) * memory;
    }
  }
  return y;
}
