import type { Aliases } from './aliases.ts';
import type { WeightedTerm } from './bm25.ts';
import type { Lexicon } from './lexicon.ts';

/** A word that means about the same as one of the question's. */
export interface RelatedWord {
  readonly stem: string;
  /** What it counts beside a word that the asker wrote: 0 to 1. */
  readonly weight: number;
}

/** What a base knows of its words. */
export interface KnownWords {
  readonly lexicon: Pick<Lexicon, 'termOf'>;
  readonly aliases: Pick<Aliases, 'stemsOf'>;
}

/** What the words of an alias's other form count beside a word that the asker wrote. */
const ALIAS_WEIGHT = 0.5;
/** So many words of long forms are looked for: each takes as long as the sentences that hold it are many. */
const MOST_OF_ALIASES = 128;

/**
 * What to look for: the words that are asked by their stems, the words of the long form for an alias's short one, and
 * related ones; each once, without those that no article holds.
 */
export function wantedTerms(
  asked: readonly string[],
  related: readonly RelatedWord[],
  { lexicon, aliases }: KnownWords,
): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const { stem, weight } of related) weights.set(stem, Math.max(weight, weights.get(stem) ?? 0));
  const ofAliases = new Set(asked.flatMap((short) => aliases.stemsOf(short)));
  for (const stem of [...ofAliases].slice(0, MOST_OF_ALIASES)) weights.set(stem, ALIAS_WEIGHT);
  for (const stem of asked) weights.set(stem, 1);
  return Array.from(weights).flatMap(([stem, weight]) => {
    const term = lexicon.termOf(stem);
    return term === undefined ? [] : [{ term, weight }];
  });
}
