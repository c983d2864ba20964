import { type ModelFile, ModelFileError, tensorOf } from './model-file.ts';

/** What a {@link Scorer} is made of: what was learned, and of which features. */
export interface ScorerWeights {
  readonly features: readonly string[];
  /** For each feature, its mean over what it was trained on and one through its deviation; 0 leaves a feature out. */
  readonly mean: Float32Array;
  readonly scale: Float32Array;
  /** What each feature counts, then for every hidden unit what each feature counts and a bias, then what each unit counts, then a bias. */
  readonly values: Float32Array;
}

/** A feature further from its mean than so many deviations counts no more than that. */
export const CLIP = 4;
/** What a hidden unit lets through of a sum below 0. */
export const LEAK = 0.01;

/** Weighs features into one number: a straight line, and beside it a layer of a few hidden units. */
export class Scorer {
  readonly #weights: ScorerWeights;
  readonly #hidden: number;

  /** @throws {ModelFileError} when the weights are for other features than `features`, or not for each of them */
  constructor(weights: ScorerWeights, features: readonly string[]) {
    const { mean, scale, values } = weights;
    const hidden = (values.length - features.length - 1) / (features.length + 2);
    if (
      weights.features.join('\n') !== features.join('\n') ||
      mean.length !== features.length ||
      scale.length !== features.length ||
      !Number.isInteger(hidden) ||
      hidden < 0
    )
      throw new ModelFileError('was trained on other features than this program reads');
    this.#weights = weights;
    this.#hidden = hidden;
  }

  /** The score of one row of features, in the order of their names: any number, best highest. */
  score(row: readonly number[]): number {
    const { values } = this.#weights;
    const width = row.length;
    const x = this.#standardised(row);
    const weigh = (from: number): number => {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (values[from + i] ?? 0) * (x[i] ?? 0);
      return sum;
    };
    let score = weigh(0) + (values.at(-1) ?? 0);
    for (let unit = 0; unit < this.#hidden; unit++) {
      const from = width + unit * (width + 1);
      const sum = weigh(from) + (values[from + width] ?? 0);
      score += (values[width + this.#hidden * (width + 1) + unit] ?? 0) * (sum > 0 ? sum : LEAK * sum);
    }
    return score;
  }

  /** How many deviations each feature lies from its mean. Typed, since an array of `map` took twice the time to read. */
  #standardised(row: readonly number[]): Float64Array {
    const { mean, scale } = this.#weights;
    const x = new Float64Array(row.length);
    for (let i = 0; i < row.length; i++) {
      const standard = ((row[i] ?? 0) - (mean[i] ?? 0)) * (scale[i] ?? 0);
      x[i] = Math.max(-CLIP, Math.min(CLIP, standard));
    }
    return x;
  }
}

/**
 * The weights stored under `name`.
 *
 * @throws {ModelFileError} when they are not there
 */
export function scorerWeights(file: ModelFile, name: string): ScorerWeights {
  const numbers = (part: string): Float32Array => Float32Array.from(tensorOf(file, `${name}.${part}`).values);
  return {
    features: (file.texts.get(`${name}.features`) ?? '').split('\n'),
    mean: numbers('mean'),
    scale: numbers('scale'),
    values: numbers('values'),
  };
}

/** The probability that belongs to a score whose 0 means one half. */
export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
