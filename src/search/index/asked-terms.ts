import type { Aliases } from '../words/aliases.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { WeightedTerm } from './bm25.ts';

/** The parts of a base that know its words. */
export interface BaseWords {
  readonly lexicon: Pick<Lexicon, 'findTerm'>;
  readonly aliases: Pick<Aliases, 'findStems'>;
}

/** The weight of a word of an alias's long form; a word that the asker typed weighs 1. */
const ALIAS_WEIGHT = 0.5;
/** How many words of long forms are looked for. Each takes time in proportion to the sentences that hold it. */
const MAX_ALIAS_STEMS = 128;

/**
 * Selects the terms to look for: the stems of the question's words, and the words of the long form of each alias. Each comes once,
 * without those that no article holds.
 */
export function selectWantedTerms(
  asked: readonly string[],
  { lexicon, aliases }: BaseWords,
): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  const ofAliases = new Set(asked.flatMap((short) => aliases.findStems(short)));
  for (const stem of [...ofAliases].slice(0, MAX_ALIAS_STEMS)) weights.set(stem, ALIAS_WEIGHT);
  for (const stem of asked) weights.set(stem, 1);
  return Array.from(weights).flatMap(([stem, weight]) => {
    const term = lexicon.findTerm(stem);
    return term === undefined ? [] : [{ term, weight }];
  });
}

/** The ways to say a word: the term of its stem, or all terms of the long form if it is a short one. */
export type TermSets = readonly (readonly number[])[];

/** Lists for each asked stem how articles may say it; an empty list if none holds it. */
export function listTermSets(asked: readonly string[], { lexicon, aliases }: BaseWords): readonly TermSets[] {
  return asked.map((stem) =>
    [[stem], aliases.findStems(stem)].flatMap((stems) => {
      const terms = stems.flatMap((each) => lexicon.findTerm(each) ?? []);
      return terms.length === 0 || terms.length < stems.length ? [] : [terms];
    }),
  );
}

/** Finds the places of the asked words that are said in one of their ways, given the terms for which `holds` is true. */
export function findSaidIndexes(
  asked: readonly TermSets[],
  holds: (term: number) => boolean,
): ReadonlySet<number> {
  const indexes = new Set<number>();
  for (const [index, ways] of asked.entries()) {
    if (ways.some((terms) => terms.every(holds))) indexes.add(index);
  }
  return indexes;
}
