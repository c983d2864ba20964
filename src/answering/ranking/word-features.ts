import type { Candidate } from '../../search/candidate.ts';
import { type FeatureGroup, type Scene, shareOfAsked } from './scene.ts';

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
      const terms = scene.base.termsOf(candidate.index);
      const said = (place: number): boolean => candidate.said.has(place);
      const opensWithPronoun = PRONOUN_FIRST.test(candidate.fact.text);
      const isBefore = (place: number, steps: number): boolean =>
        isSaidBefore(scene, candidate, { place, steps });
      const places = positions(scene, terms);
      return [
        shareOfAsked(scene, said),
        shareOfAsked(scene, (place) => said(place) || (opensWithPronoun && isBefore(place, 1))),
        shareOfAsked(scene, (place) => said(place) || isInTitle(scene, candidate, place)),
        shareOfAsked(scene, (place) => candidate.saidAround.has(place)),
        nearness(scene, candidate, isBefore),
        rarestUnsaid(scene, candidate),
        Number(candidate.said.size === asked.length),
        share(names, said),
        share(names, (place) => candidate.saidAround.has(place)),
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

function isSaidBefore(
  { base, asked }: Scene,
  { index }: Candidate,
  { place, steps }: { readonly place: number; readonly steps: number },
): boolean {
  const term = base.termOf(asked[place]?.term.stem ?? '');
  return (
    term !== undefined &&
    base.isSameParagraph(index, index - steps) &&
    base.termsOf(index - steps).includes(term)
  );
}

function isInTitle({ base, asked }: Scene, { article }: Candidate, place: number): boolean {
  return base.isInTitle(article, asked[place]?.term.stem ?? '');
}

/** Every word asked counts by how near it is said: in the sentence, in those before it, in the title, in the paragraph. */
function nearness(
  scene: Scene,
  candidate: Candidate,
  isBefore: (place: number, steps: number) => boolean,
): number {
  let sum = 0;
  for (const [place, { weight }] of scene.asked.entries()) {
    const steps = BEFORE.findIndex((_, index) => isBefore(place, index + 1));
    sum +=
      weight *
      Math.max(
        candidate.said.has(place) ? 1 : 0,
        BEFORE[steps] ?? 0,
        isInTitle(scene, candidate, place) ? TITLE : 0,
        candidate.saidAround.has(place) ? PARAGRAPH : 0,
      );
  }
  return sum / scene.totalWeight;
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

/** For each word asked, where it stands among the words of the sentence. */
function positions({ base, asked }: Scene, terms: Uint32Array): readonly (readonly number[])[] {
  return asked.map(({ term }) => {
    const meant = base.termsMeant(term.stem);
    const found: number[] = [];
    for (let i = 0; i < terms.length; i++) if (meant.includes(terms[i] ?? -1)) found.push(i);
    return found;
  });
}

/** The most words asked that the sentence says in the order of the question. */
function longestOrder(places: readonly (readonly number[])[]): number {
  const lengths: { end: number; length: number }[] = [];
  for (const at of places) {
    const added = at.map((end) => ({
      end,
      length: 1 + lengths.reduce((most, run) => (run.end < end ? Math.max(most, run.length) : most), 0),
    }));
    lengths.push(...added);
  }
  return lengths.reduce((most, { length }) => Math.max(most, length), 0);
}

/** How many pairs of neighbours in the question also stand at most two words apart, in order, in the sentence. */
function sideBySide(places: readonly (readonly number[])[]): number {
  let pairs = 0;
  for (let i = 1; i < places.length; i++) {
    const [left = [], right = []] = [places[i - 1], places[i]];
    if (left.some((a) => right.some((b) => b > a && b - a <= 2))) pairs++;
  }
  return pairs;
}

/** 1 where all words that are said stand side by side, falling with the room that they take. */
function spread(places: readonly (readonly number[])[]): number {
  const first = places.flatMap((at) => at.slice(0, 1));
  if (first.length < 2) return 0;
  return first.length / (Math.max(...first) - Math.min(...first) + 1);
}

/** As a share, the words asked whose first five letters, or all, begin a word of the sentence: “customary”, “customs”. */
function beginningsSaid(scene: Scene, terms: Uint32Array): number {
  const words = Array.from(terms, (term) => scene.base.wordOf(term));
  return shareOfAsked(scene, (place) => {
    const start = scene.asked[place]?.term.folded.slice(0, 5) ?? '';
    return start.length > 2 && words.some((word) => word.startsWith(start));
  });
}
