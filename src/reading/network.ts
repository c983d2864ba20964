import { type MixedRows, mix } from '../learned/attention.ts';
import { COLUMNS_AT_A_TIME, DenseKernel } from '../learned/dense-kernel.ts';
import { type ModelFile, ModelFileError, tensorOf } from '../learned/model-file.ts';
import { scaled } from '../learned/rows.ts';
import { tanh } from '../learned/squash.ts';
import { storedTable } from '../learned/stored-layer.ts';
import type { WordVectors } from '../learned/word-vectors.ts';
import { placeLayers, type ReaderLayers } from './reader-layers.ts';

/** Vectors have the length 1; the network was trained on them ten times as long. */
const VECTOR_LENGTH = 10;

/** The parts that the reader is put together from, with what was learned for them. */
export class Network {
  /** How many numbers stand for a token. */
  readonly width: number;
  /** How start and end weigh a token whatever the question is, and what is added to the score of every span. */
  readonly plainStart: Float32Array;
  readonly plainEnd: Float32Array;
  readonly plainBias: number;
  /** What it counts that the tokens of the question find their like in a sentence. */
  readonly said: number;
  /** How much a token looks at the likest one only. */
  readonly sharpness: number;
  readonly #vectors: WordVectors;
  readonly #kernel = new DenseKernel();
  readonly #layers: ReaderLayers;
  /** A row of their own for the most frequent words, and the last one for all others. */
  readonly #frequent: Float32Array;

  /** @throws {ModelFileError} when `file` holds something else, or was trained for another version */
  constructor(file: ModelFile, vectors: WordVectors) {
    const width = tensorOf(file, 'word').rows;
    this.width = width;
    this.#vectors = vectors;
    this.#layers = placeLayers(this.#kernel, file, { dimensions: vectors.dimensions, width });
    this.#frequent = storedTable(file, 'frequent');
    const plain = storedTable(file, 'plain');
    this.plainStart = plain.subarray(0, width);
    this.plainEnd = plain.subarray(width);
    const [start, end] = tensorOf(file, 'plain.bias').values;
    const [sharpness] = tensorOf(file, 'sharp').values;
    const [said] = tensorOf(file, 'said').values;
    if (
      this.#frequent.length === 0 ||
      this.#frequent.length % width !== 0 ||
      plain.length !== 2 * width ||
      start === undefined ||
      end === undefined ||
      sharpness === undefined ||
      said === undefined ||
      width % COLUMNS_AT_A_TIME !== 0
    )
      throw new ModelFileError('was trained for another version of this program');
    this.plainBias = start + end;
    this.sharpness = sharpness;
    this.said = said;
  }

  /** A layer's results for each of the rows of `x`. */
  apply(layer: keyof ReaderLayers, x: Float32Array): Float32Array {
    return this.#kernel.apply(this.#layers[layer], x);
  }

  /** The rows of `x` with what was gathered from those before and behind them. */
  gather(gates: keyof ReaderLayers, x: Float32Array): Float32Array {
    return this.#kernel.gather(this.#layers[gates], x);
  }

  /** For each row of `scores`, the rows of `values` in the shares that the scores give them; spoils `scores`. */
  mix(scores: Float32Array, values: MixedRows): Float32Array {
    return mix(this.#kernel, scores, values);
  }

  /** Rows for words by their numbers: their vectors, what was learned of frequent ones, and `added`. */
  embed(words: readonly number[], added: Float32Array): Float32Array {
    const { dimensions } = this.#vectors;
    const vectors = new Float32Array(words.length * dimensions);
    for (const [row, word] of words.entries()) this.#vectors.copyTo(vectors, row * dimensions, word);
    const rows = this.apply('word', scaled(vectors, VECTOR_LENGTH));
    const others = this.#frequent.length / this.width - 1;
    for (const [row, word] of words.entries()) {
      const own = (word < 0 ? others : Math.min(word, others)) * this.width;
      for (let i = 0; i < this.width; i++) {
        const at = row * this.width + i;
        rows[at] = tanh((rows[at] ?? 0) + (this.#frequent[own + i] ?? 0) + (added[at] ?? 0));
      }
    }
    return rows;
  }
}
