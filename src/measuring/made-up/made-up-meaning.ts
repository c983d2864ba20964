import type { FactVectors } from '../../answering/reading/fact-vectors.ts';
import { toBytes } from '../../encoders/byte-vector.ts';
import { type Encoders, WIDTH } from '../../encoders/encoders.ts';
import { VectorIndex } from '../../search/index/vector-index.ts';
import { seededRandom } from '../kit/random.ts';

const SEED = 20_261_130;

/**
 * What so many facts would mean, made up: to embed 100,000 of them would take half an hour, and what they mean does not change what a search
 * among them costs. Questions are embedded and facts read as in use.
 */
export function madeUpMeaning(encoders: Encoders, facts: number): FactVectors {
  const random = seededRandom(SEED);
  const vectors = Array.from({ length: facts }, () =>
    toBytes(unit(Float32Array.from({ length: WIDTH }, () => random() - 0.5))),
  );
  return { encoders, index: new VectorIndex(vectors) };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
