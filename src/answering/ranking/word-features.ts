import type { Candidate } from '../../search/candidate.ts';
import { type FeatureGroup, type Scene, shareOfAsked } from './scene.ts';
import { longestOrder, sideBySide, spread, type WordPlaces } from './word-places.ts';

/** A sentence that opens so goes on about what the one before it names. */
const PRONOUN_FIRST =
  /^(?:\P{L}*)(?:he|she|it|they|his|her|its|their|this|these|those|such|him|them|there)\b/iu;
/** What words of the sentences before still count, nearest first. */
const BEFORE = [0.8, 0.6, 0.45, 0.35];
const TITLE = 0.7;
const PARAGRAPH = 0.25;

/** Which of the words asked are said, where, and how close together. */
export const WORD_FEATURES: FeatureGroup = {
  names: [
    'words.said',
    'words.said or inherited',
    'words.said or in title',
    'words.said around',
    'words.said near',
    'words.rarest unsaid',
    'words.all said',
    'words.names said',
    'words.names said around',
    'words.in order',
    'words.side by side',
    'words.spread',
    'words.beginnings said',
    'words.opens with pronoun',
    'words.said early',
  ],
  open: (scene) => {
    const { asked } = scene;
    const names = asked.flatMap(({ isName }, place) => (isName ? [place] : []));
    return (candidate) => {
      const { said, saidAround } = candidate;
      const terms = scene.base.termsOf(candidate.index);
      const around = lookAround(scene, candidate);
      const opensWithPronoun = PRONOUN_FIRST.test(candidate.fact.text);
      const places = wordPlaces(scene, terms);
      return [
        shareOfAsked(scene, (place) => said.has(place)),
        shareOfAsked(
          scene,
          (place) => said.has(place) || (opensWithPronoun && around.stepsBack[place] === 0),
        ),
        shareOfAsked(scene, (place) => said.has(place) || around.isInTitle[place] === true),
        shareOfAsked(scene, (place) => saidAround.has(place)),
        nearness(scene, candidate, around),
        rarestUnsaid(scene, candidate),
        Number(said.size === asked.length),
        share(names, (place) => said.has(place)),
        share(names, (place) => saidAround.has(place)),
        longestOrder(places) / Math.max(1, asked.length),
        sideBySide(places) / Math.max(1, asked.length - 1),
        spread(places),
        beginningsSaid(scene, terms),
        Number(opensWithPronoun),
        Number(places.some((at) => at.some((position) => position < 6))),
      ];
    };
  },
};

/** For each word asked, what the surroundings of a sentence say of it. */
interface Around {
  /** In which of the sentences before it stands, 0 for the nearest; -1 for none of those that count. */
  readonly stepsBack: readonly number[];
  readonly isInTitle: readonly boolean[];
}

function lookAround({ base, asked }: Scene, { index, article }: Candidate): Around {
  const before = BEFORE.map((_, steps) => index - 1 - steps)
    .filter((other) => base.isSameParagraph(index, other))
    .map((other) => base.termsOf(other));
  return {
    stepsBack: asked.map(({ own }) =>
      own === undefined ? -1 : before.findIndex((terms) => terms.includes(own)),
    ),
    isInTitle: asked.map(({ own }) => own !== undefined && base.isInTitle(own, article)),
  };
}

/** Every word asked counts by how near it is said: in the sentence, in those before it, in the title, in the paragraph. */
function nearness(
  { asked, totalWeight }: Scene,
  { said, saidAround }: Candidate,
  { stepsBack, isInTitle }: Around,
): number {
  let sum = 0;
  for (const [place, { weight }] of asked.entries()) {
    sum +=
      weight *
      Math.max(
        said.has(place) ? 1 : 0,
        BEFORE[stepsBack[place] ?? -1] ?? 0,
        isInTitle[place] === true ? TITLE : 0,
        saidAround.has(place) ? PARAGRAPH : 0,
      );
  }
  return sum / totalWeight;
}

/** The weight of the most telling word that the sentence does not say, as a share of the most telling one asked. */
function rarestUnsaid({ asked }: Scene, { said }: Candidate): number {
  let [unsaid, all] = [0, 0];
  for (const [place, { weight }] of asked.entries()) {
    all = Math.max(all, weight);
    if (!said.has(place)) unsaid = Math.max(unsaid, weight);
  }
  return all === 0 ? 0 : unsaid / all;
}

function share(places: readonly number[], holds: (place: number) => boolean): number {
  return places.length === 0 ? 0.5 : places.filter(holds).length / places.length;
}

function wordPlaces({ asked }: Scene, terms: Uint32Array): WordPlaces {
  return asked.map(({ meant }) => {
    const places: number[] = [];
    for (let i = 0; i < terms.length; i++) if (meant.includes(terms[i] ?? -1)) places.push(i);
    return places;
  });
}

/** As a share, the words asked whose first five letters, or all, begin a word of the sentence: “customary”, “customs”. */
function beginningsSaid(scene: Scene, terms: Uint32Array): number {
  const words = Array.from(terms, (term) => scene.base.wordOf(term));
  return shareOfAsked(scene, (place) => {
    const start = scene.asked[place]?.term.folded.slice(0, 5) ?? '';
    return start.length > 2 && words.some((word) => word.startsWith(start));
  });
}
