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

/** The ways to say a word: by the term of its stem, or by all those of the long form that it is the short one of. */
export type TermSets = readonly (readonly number[])[];

/** For each of the stems that are asked, how articles may say it; empty for one that none holds. */
export function listTermSets(asked: readonly string[], { lexicon, aliases }: BaseWords): readonly TermSets[] {
  return asked.map((stem) =>
    [[stem], aliases.findStems(stem)].flatMap((stems) => {
      const terms = stems.flatMap((each) => lexicon.findTerm(each) ?? []);
      return terms.length === 0 || terms.length < stems.length ? [] : [terms];
    }),
  );
}

/** The places of those words that are said, in one way or another, by what holds the terms for which `holds` holds. */
export function findSaidPlaces(
  asked: readonly TermSets[],
  holds: (term: number) => boolean,
): ReadonlySet<number> {
  const places = new Set<number>();
  for (const [place, ways] of asked.entries()) {
    if (ways.some((terms) => terms.every(holds))) places.add(place);
  }
  return places;
}
