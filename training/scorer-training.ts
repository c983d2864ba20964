import { CLIP, LEAK, type ScorerWeights } from '../src/learned/scorer.ts';
import { randomFrom, shuffled } from './random.ts';

/** Rows of features that belong together, and what is wanted of them. */
export interface Example {
  readonly rows: readonly (readonly number[])[];
  /** A list: which rows are right, as 1 and 0. A single row: its probability from 0 to 1. */
  readonly wanted: readonly number[];
}

export interface TrainingOptions {
  /** `list`: the right row of each example shall lead. `each`: every row's score shall tell its probability. */
  readonly kind: 'list' | 'each';
  readonly hidden: number;
  readonly epochs: number;
  readonly seed: number;
  readonly rate?: number;
  /** Names of features that are not used. */
  readonly without?: readonly string[];
}

const BATCH = 32;
const RATE = 0.004;
const DECAY = 2e-5;
/** So many of the hidden units are left out of every example in turn. */
const DROPPED = 0.1;

/** Trains a scorer; the same examples and seed give the same weights. */
export function trainScorer(
  examples: readonly Example[],
  features: readonly string[],
  options: TrainingOptions,
): ScorerWeights {
  const { hidden, epochs, seed, rate = RATE, kind } = options;
  const { mean, scale } = standardise(examples, features, options.without ?? []);
  const usable = examples
    .filter(({ wanted }) => kind === 'each' || new Set(wanted).size > 1)
    .map(({ rows, wanted }) => ({ inputs: rows.map((row) => toInputs(row, mean, scale)), wanted }));
  const random = randomFrom(seed);
  const network = new Network(features.length, hidden, random);
  const slopesOf = kind === 'list' ? listSlopes : eachSlopes;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(usable, random);
    for (let at = 0; at < order.length; at += BATCH) {
      const batch = order.slice(at, at + BATCH);
      for (const { inputs, wanted } of batch) {
        const kept = Float64Array.from({ length: hidden }, () =>
          random() < DROPPED ? 0 : 1 / (1 - DROPPED),
        );
        const slopes = slopesOf(
          inputs.map((row) => network.forward(row, kept).score),
          wanted,
        );
        network.backwardAll(
          inputs,
          kept,
          slopes.map((slope) => slope / batch.length),
        );
      }
      network.step(rate * (1 - epoch / epochs) + 1e-5);
    }
  }
  return { features, mean, scale, values: Float32Array.from(network.values) };
}

/** As `Scorer` reads them. */
function toInputs(row: readonly number[], mean: Float32Array, scale: Float32Array): Float64Array {
  return Float64Array.from(row, (value, i) => {
    const standard = (value - (mean[i] ?? 0)) * (scale[i] ?? 0);
    return Math.max(-CLIP, Math.min(CLIP, standard));
  });
}

function standardise(examples: readonly Example[], features: readonly string[], without: readonly string[]) {
  const rows = examples.flatMap((example) => example.rows);
  const mean = Float32Array.from(
    features,
    (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length,
  );
  const scale = Float32Array.from(features, (name, i) => {
    const variance = rows.reduce((sum, row) => sum + ((row[i] ?? 0) - (mean[i] ?? 0)) ** 2, 0) / rows.length;
    return variance < 1e-6 || without.includes(name) ? 0 : 1 / Math.sqrt(variance);
  });
  return { mean, scale };
}

/** The slopes of the cross-entropy of a softmax over all rows, the right ones sharing. */
function listSlopes(scores: readonly number[], wanted: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const all = shares.reduce((a, b) => a + b, 0);
  const right = shares.reduce((sum, share, i) => sum + share * (wanted[i] ?? 0), 0);
  return shares.map((share, i) => share / all - (share * (wanted[i] ?? 0)) / right);
}

function eachSlopes(scores: readonly number[], wanted: readonly number[]): readonly number[] {
  return scores.map((score, i) => 1 / (1 + Math.exp(-score)) - (wanted[i] ?? 0));
}

/** The network that `Scorer` runs, with its slopes. */
class Network {
  readonly values: Float64Array;
  readonly #slopes: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  #steps = 0;

  readonly width: number;
  readonly hidden: number;

  constructor(width: number, hidden: number, random: () => number) {
    this.width = width;
    this.hidden = hidden;
    const count = width + hidden * (width + 2) + 1;
    this.values = new Float64Array(count);
    for (let i = width; i < width + hidden * (width + 1); i++)
      this.values[i] = (random() + random() + random() - 1.5) * (2 / Math.sqrt(width));
    for (let i = count - 1 - hidden; i < count - 1; i++) this.values[i] = (random() - 0.5) * 0.3;
    this.#slopes = new Float64Array(count);
    this.#first = new Float64Array(count);
    this.#second = new Float64Array(count);
  }

  forward(x: Float64Array, kept: Float64Array): { readonly score: number; readonly shown: Float64Array } {
    const { width, hidden, values } = this;
    const shown = new Float64Array(hidden);
    let score = this.#weigh(x, 0) + (values.at(-1) ?? 0);
    for (let unit = 0; unit < hidden; unit++) {
      const from = width + unit * (width + 1);
      const sum = this.#weigh(x, from) + (values[from + width] ?? 0);
      const out = (sum > 0 ? sum : LEAK * sum) * (kept[unit] ?? 0);
      shown[unit] = out;
      score += (values[width + hidden * (width + 1) + unit] ?? 0) * out;
    }
    return { score, shown };
  }

  backwardAll(rows: readonly Float64Array[], kept: Float64Array, slopes: readonly number[]): void {
    for (const [place, row] of rows.entries()) this.#backward(row, kept, slopes[place] ?? 0);
  }

  #backward(x: Float64Array, kept: Float64Array, slope: number): void {
    const { width, hidden, values } = this;
    if (Math.abs(slope) < 1e-7) return;
    const { shown } = this.forward(x, kept);
    this.#add(x, 0, slope);
    this.#slopes[values.length - 1] = (this.#slopes[values.length - 1] ?? 0) + slope;
    for (let unit = 0; unit < hidden; unit++) {
      const out = shown[unit] ?? 0;
      const at = width + hidden * (width + 1) + unit;
      this.#slopes[at] = (this.#slopes[at] ?? 0) + slope * out;
      const inner = slope * (values[at] ?? 0) * (kept[unit] ?? 0) * (out > 0 ? 1 : LEAK);
      if (inner === 0) continue;
      const from = width + unit * (width + 1);
      this.#add(x, from, inner);
      this.#slopes[from + width] = (this.#slopes[from + width] ?? 0) + inner;
    }
  }

  /** One step of Adam (Kingma and Ba 2014). */
  step(rate: number): void {
    this.#steps++;
    for (let i = 0; i < this.values.length; i++) {
      const slope = (this.#slopes[i] ?? 0) + DECAY * (this.values[i] ?? 0);
      this.#first[i] = 0.9 * (this.#first[i] ?? 0) + 0.1 * slope;
      this.#second[i] = 0.999 * (this.#second[i] ?? 0) + 0.001 * slope * slope;
      const move = (this.#first[i] ?? 0) / (1 - 0.9 ** this.#steps);
      const size = Math.sqrt((this.#second[i] ?? 0) / (1 - 0.999 ** this.#steps)) + 1e-8;
      this.values[i] = (this.values[i] ?? 0) - (rate * move) / size;
    }
    this.#slopes.fill(0);
  }

  #weigh(x: Float64Array, from: number): number {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += (this.values[from + i] ?? 0) * (x[i] ?? 0);
    return sum;
  }

  #add(x: Float64Array, from: number, slope: number): void {
    for (let i = 0; i < x.length; i++)
      this.#slopes[from + i] = (this.#slopes[from + i] ?? 0) + slope * (x[i] ?? 0);
  }
}
