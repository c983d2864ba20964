import { isFunctionWord } from '../../text/function-words.ts';
import type { FeatureGroup, Scene } from './scene.ts';

/** Likeness below this says nothing: any two words of one subject reach it. */
const LEAST_LIKENESS = 0.3;

/** Whether the sentence says in other words what the question says: by word vectors. */
export const MEANING_FEATURES: FeatureGroup = {
  names: [
    'meaning.aligned',
    'meaning.unsaid aligned',
    'meaning.unsaid aligned of unsaid',
    'meaning.in no article and unlike',
  ],
  open: (scene) => {
    const { base, asked, totalWeight } = scene;
    const likenessOf = rememberedLikeness(scene);
    return ({ index, said }) => {
      const closest = asked.map(() => 0);
      for (const term of base.termsOf(index)) raise(closest, likenessOf(term));
      let [aligned, unsaid, unsaidAligned, foreign] = [0, 0, 0, 0];
      for (const [place, { term, weight }] of asked.entries()) {
        if (said.has(place)) {
          aligned += weight;
          continue;
        }
        unsaid += weight;
        const share = tellingShare(closest[place] ?? 0);
        unsaidAligned += weight * share;
        if (term.kind === 'missing') foreign += weight * (1 - share);
      }
      return [
        (aligned + unsaidAligned) / totalWeight,
        unsaidAligned / totalWeight,
        unsaid === 0 ? 1 : unsaidAligned / unsaid,
        foreign / totalWeight,
      ];
    };
  },
};

/** The number of the vector of a term of the base; -1 for words that say nothing of the subject, or have none. */
function wordOf({ base, vectors }: Scene, term: number): number {
  const folded = base.wordOf(term);
  return isFunctionWord(folded) ? -1 : vectors.indexOf(folded);
}

/**
 * The likeness of a term of the base to each word asked; empty where it has none. The sentences of one subject repeat their
 * words: each is compared once.
 */
function rememberedLikeness(scene: Scene): (term: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const other = wordOf(scene, term);
    const likeness = other < 0 ? [] : scene.asked.map(({ word }) => scene.vectors.similarity(word, other));
    known.set(term, likeness);
    return likeness;
  };
}

/** Raises each of `highest` to the number in its place, where that is higher. */
function raise(highest: number[], numbers: readonly number[]): void {
  for (const [place, number] of numbers.entries())
    if (number > (highest[place] ?? 0)) highest[place] = number;
}

/** A likeness as far as it says anything: 0 to 1. */
function tellingShare(likeness: number): number {
  return Math.max(0, likeness - LEAST_LIKENESS) / (1 - LEAST_LIKENESS);
}
