import { WIDTH } from './encoders.ts';

/** The vectors of all pieces of words: for each a scale and {@link WIDTH} signed bytes. Immutable. */
export class WordTable {
  readonly #scales: Float32Array;
  readonly #rows: Int8Array;

  /** @param bytes the scales of all pieces as little-endian 32-bit numbers, then their rows; not copied */
  constructor(bytes: Uint8Array) {
    const count = Math.floor(bytes.length / (4 + WIDTH));
    this.#scales = new Float32Array(bytes.slice(0, 4 * count).buffer);
    this.#rows = new Int8Array(bytes.buffer, bytes.byteOffset + 4 * count, count * WIDTH);
  }

  /** Writes the vectors of pieces one after the other into `target`, from row `at` on. */
  write(ids: readonly number[], target: Float32Array, at: number): void {
    for (const [place, id] of ids.entries()) {
      const scale = this.#scales[id] ?? 0;
      const [from, to] = [id * WIDTH, (at + place) * WIDTH];
      for (let i = 0; i < WIDTH; i++) target[to + i] = (this.#rows[from + i] ?? 0) * scale;
    }
  }
}
