import { HEADING_FEATURES } from './heading-features.ts';
import { INDEX_FEATURES } from './index-features.ts';
import { KIND_FEATURES } from './kind-features.ts';
import { MEANING_FEATURES } from './meaning-features.ts';
import { NOVELTY_FEATURES } from './novelty-features.ts';
import type { FeatureGroup, Scene } from './scene.ts';
import { WORD_FEATURES } from './word-features.ts';

const GROUPS: readonly FeatureGroup[] = [
  INDEX_FEATURES,
  WORD_FEATURES,
  MEANING_FEATURES,
  KIND_FEATURES,
  NOVELTY_FEATURES,
  HEADING_FEATURES,
];

/** What the numbers of {@link readFeatures} are, in their order. */
export const FEATURES: readonly string[] = GROUPS.flatMap(({ names }) => names);

/** For each candidate of the scene, a number for each of {@link FEATURES}. */
export function readFeatures(scene: Scene): readonly (readonly number[])[] {
  const readers = GROUPS.map(({ open }) => open(scene));
  return scene.candidates.map((candidate, place) => readers.flatMap((read) => read(candidate, place)));
}
