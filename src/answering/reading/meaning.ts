import type { Encoders } from '../../encoders/encoders.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { MeaningIndex } from '../../search/index/meaning-index.ts';
import { readTextOf } from './reading-context.ts';

/** What the facts of a base mean, to find and judge them by. */
export interface Meaning {
  readonly encoders: Encoders;
  /** Of the facts of this base, in their order. */
  readonly index: MeaningIndex;
}

/** Learns what the facts of a base mean. Takes some 10 ms a fact that is not remembered. */
export async function understand(base: FactBase, encoders: Encoders): Promise<Meaning> {
  const texts = base.facts.map((_, index) => readTextOf(base, base.factAt(index)));
  return { encoders, index: new MeaningIndex(await encoders.embedFacts(texts)) };
}
