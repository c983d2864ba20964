import type { FactVectors } from '../../answering/reading/fact-vectors.ts';
import { type Encoders, toBytes, WIDTH } from '../../encoders/encoders.ts';
import { VectorIndex } from '../../search/index/vector-index.ts';
import { createRandom } from '../kit/random.ts';

const SEED = 20_261_130;

/**
 * Makes up the vectors of `facts` facts. Embedding 100,000 of them would take half an hour, and their values do not change what a search among them
 * costs. Questions are still embedded and facts still read by the real encoders.
 */
export function makeUpVectors(encoders: Encoders, facts: number): FactVectors {
  const random = createRandom(SEED);
  const vectors = Array.from({ length: facts }, () =>
    toBytes(normalise(Float32Array.from({ length: WIDTH }, () => random() - 0.5))),
  );
  return { encoders, index: new VectorIndex(vectors) };
}

function normalise(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
