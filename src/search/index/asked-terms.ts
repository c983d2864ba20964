import type { Aliases } from '../words/aliases.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { WeightedTerm } from './bm25.ts';

/** What a base knows of its words. */
export interface BaseWords {
  readonly lexicon: Pick<Lexicon, 'findTerm'>;
  readonly aliases: Pick<Aliases, 'findStems'>;
}

/** What the words of an alias's other form count beside a word that the asker wrote. */
const ALIAS_WEIGHT = 0.5;
/** So many words of long forms are looked for: each takes as long as the sentences that hold it are many. */
const MOST_OF_ALIASES = 128;

/**
 * What to look for: the words that are asked by their stems, and the words of the long form for an alias's short one; each once, without
 * those that no article holds.
 */
export function selectWantedTerms(
  asked: readonly string[],
  { lexicon, aliases }: BaseWords,
): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  const ofAliases = new Set(asked.flatMap((short) => aliases.findStems(short)));
  for (const stem of [...ofAliases].slice(0, MOST_OF_ALIASES)) weights.set(stem, ALIAS_WEIGHT);
  for (const stem of asked) weights.set(stem, 1);
  return Array.from(weights).flatMap(([stem, weight]) => {
    const term = lexicon.findTerm(stem);
    return term === undefined ? [] : [{ term, weight }];
  });
}
