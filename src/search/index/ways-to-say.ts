import type { BaseWords } from './asked-terms.ts';

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
