import { isFunctionWord } from '../../text/function-words.ts';
import type { FeatureGroup, Scene } from './scene.ts';

/** Likeness below this says nothing: any two words of one subject reach it. */
const LEAST_LIKENESS = 0.3;

/** Whether the sentence says in other words what the question says: by word vectors. */
export const MEANING_FEATURES: FeatureGroup = {
  names: ['meaning.aligned', 'meaning.unsaid aligned', 'meaning.unsaid aligned of unsaid'],
  open: (scene) => {
    const { base, asked, totalWeight } = scene;
    const likeness = asked.map(({ word }) => rememberedLikeness(scene, word));
    return ({ index, said }) => {
      const words = [...new Set(base.termsOf(index))]
        .map((term) => wordOf(scene, term))
        .filter((word) => word >= 0);
      let [aligned, unsaid, unsaidAligned] = [0, 0, 0];
      for (const [place, { weight }] of asked.entries()) {
        if (said.has(place)) {
          aligned += weight;
          continue;
        }
        unsaid += weight;
        unsaidAligned += weight * closest(words, likeness[place] ?? (() => 0));
      }
      return [
        (aligned + unsaidAligned) / totalWeight,
        unsaidAligned / totalWeight,
        unsaid === 0 ? 1 : unsaidAligned / unsaid,
      ];
    };
  },
};

/** The number of the vector of a term of the base; -1 for words that say nothing of the subject, or have none. */
function wordOf({ base, vectors }: Scene, term: number): number {
  const folded = base.wordOf(term);
  return isFunctionWord(folded) ? -1 : vectors.indexOf(folded);
}

/** The sentences of one subject repeat their words: each is compared once. */
function rememberedLikeness({ vectors }: Scene, word: number): (other: number) => number {
  const known = new Map<number, number>();
  return (other) => {
    const before = known.get(other);
    if (before !== undefined) return before;
    const likeness = vectors.similarity(word, other);
    known.set(other, likeness);
    return likeness;
  };
}

/** The likeness to the most alike of `words`: 0 to 1. */
function closest(words: readonly number[], likenessTo: (word: number) => number): number {
  let best = LEAST_LIKENESS;
  for (const word of words) best = Math.max(best, likenessTo(word));
  return (best - LEAST_LIKENESS) / (1 - LEAST_LIKENESS);
}
