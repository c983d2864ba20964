import type { Encoders } from '../../encoders/encoders.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { VectorIndex } from '../../search/index/vector-index.ts';
import { toReadText } from './reading-context.ts';

/** What the facts of a base mean, to find and judge them by. */
export interface FactVectors {
  readonly encoders: Encoders;
  /** Of the facts of this base, in their order. */
  readonly index: VectorIndex;
}

/** Learns what the facts of a base mean. Takes some 10 ms a fact that is not remembered. */
export async function embedBase(base: FactBase, encoders: Encoders): Promise<FactVectors> {
  const texts = base.facts.map((_, index) => toReadText(base, base.readFact(index)));
  return { encoders, index: new VectorIndex(await encoders.embedFacts(texts)) };
}
