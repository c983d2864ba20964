import { encodeModelFile } from '../src/learned/model-file.ts';
import type { ScorerWeights } from '../src/learned/scorer.ts';

/** The bytes of a file that holds scorers under their names. */
export function encodeScorers(scorers: Readonly<Record<string, ScorerWeights>>): Uint8Array {
  const tensors = Object.entries(scorers).flatMap(([name, { mean, scale, values }]) =>
    Object.entries({ mean, scale, values }).map(
      ([part, numbers]) =>
        [`${name}.${part}`, { rows: 1, columns: numbers.length, values: numbers }] as const,
    ),
  );
  const texts = Object.entries(scorers).map(
    ([name, { features }]) => [`${name}.features`, features.join('\n')] as const,
  );
  return encodeModelFile({ tensors: new Map(tensors), texts: new Map(texts) });
}
