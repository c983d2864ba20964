import type { Candidate } from '../../search/candidate.ts';
import { stem } from '../../text/stems.ts';
import { splitWords } from '../../text/words.ts';
import { type FeatureGroup, type Scene, shareOfAsked } from './scene.ts';
import { longestOrder, longestRun, sideBySide, spread, type WordPlaces } from './word-places.ts';

/** A sentence with one of these among its first words goes on about what the one before it, or the title, names. */
const PRONOUNS: ReadonlySet<string> = new Set(
  'it he she they this these those his her their its such that him them'.split(' '),
);
const FIRST_WORDS = 4;
/** So many letters hold these words. */
const FIRST_LETTERS = 80;
/** What words of the sentences before still count, nearest first. */
const BEFORE = [0.8, 0.6, 0.45, 0.35];
const TITLE = 0.7;
const PARAGRAPH = 0.25;
/** A run of fewer words says as little as one. */
const LEAST_RUN = 3;
/** A question repeats an article's words within its first ones; a sentence has up to a thousand, and each pair is a step. */
const MOST_RUN_WORDS = 200;

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
    'words.run',
    'words.beginnings said',
    'words.letters said',
    'words.opens with pronoun',
    'words.opens with pronoun, said or in title',
    'words.said in the next',
    'words.said early',
  ],
  open: (scene) => {
    const { asked } = scene;
    const typed = scene.question.words
      .slice(0, MOST_RUN_WORDS)
      .map(({ folded }) => scene.base.termOf(stem(folded)) ?? -1);
    const askedBy = placesByTerm(scene);
    const letters = asked.flatMap(({ term }) => runsOfLetters(` ${term.folded} `));
    const names = asked.flatMap(({ isName }, place) => (isName ? [place] : []));
    return (candidate) => {
      const { said, saidAround } = candidate;
      const terms = scene.base.termsOf(candidate.index);
      const around = lookAround(scene, candidate);
      const opensWithPronoun = hasPronounFirst(candidate.fact.text);
      const saidOrInTitle = shareOfAsked(
        scene,
        (place) => said.has(place) || around.isInTitle[place] === true,
      );
      const places = wordPlaces(asked.length, askedBy, terms);
      return [
        shareOfAsked(scene, (place) => said.has(place)),
        shareOfAsked(
          scene,
          (place) =>
            said.has(place) ||
            around.isInTitle[place] === true ||
            (opensWithPronoun && around.stepsBack[place] === 0),
        ),
        saidOrInTitle,
        shareOfAsked(scene, (place) => saidAround.has(place)),
        nearness(scene, candidate, around),
        rarestUnsaid(scene, candidate),
        Number(said.size === asked.length),
        share(names, (place) => said.has(place)),
        share(names, (place) => saidAround.has(place)),
        longestOrder(places) / Math.max(1, asked.length),
        sideBySide(places) / Math.max(1, asked.length - 1),
        spread(places),
        longestRun(typed, terms) / Math.max(LEAST_RUN, typed.length),
        beginningsSaid(scene, terms),
        lettersSaid(letters, candidate.fact.text),
        Number(opensWithPronoun),
        opensWithPronoun ? saidOrInTitle : 0,
        unsaidButNext(scene, candidate),
        Number(places.some((at) => at.some((position) => position < 6))),
      ];
    };
  },
};

function hasPronounFirst(text: string): boolean {
  return splitWords(text.slice(0, FIRST_LETTERS))
    .slice(0, FIRST_WORDS)
    .some(({ folded }) => PRONOUNS.has(folded));
}

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

/** For each term that says a word asked, the places of these in the question: an alias's long form may say many. */
function placesByTerm({ asked }: Scene): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [place, { meant }] of asked.entries())
    for (const term of new Set(meant)) {
      const before = places.get(term);
      if (before === undefined) places.set(term, [place]);
      else before.push(place);
    }
  return places;
}

function wordPlaces(
  count: number,
  askedBy: ReadonlyMap<number, readonly number[]>,
  terms: Uint32Array,
): WordPlaces {
  const places = Array.from({ length: count }, (): number[] => []);
  for (const [i, term] of terms.entries())
    for (const place of askedBy.get(term) ?? []) places[place]?.push(i);
  return places;
}

/** As a share, the words asked whose first five letters, or all, begin a word of the sentence: “customary”, “customs”. */
function beginningsSaid(scene: Scene, terms: Uint32Array): number {
  const words = Array.from(terms, (term) => scene.base.wordOf(term));
  return shareOfAsked(scene, (place) => {
    const start = scene.asked[place]?.term.folded.slice(0, 5) ?? '';
    return start.length > 2 && words.some((word) => word.startsWith(start));
  });
}

/** The words asked that the sentence leaves to the one after it, as a share. */
function unsaidButNext(scene: Scene, { index, said }: Candidate): number {
  if (!scene.base.isSameParagraph(index, index + 1)) return 0;
  const next = scene.base.termsOf(index + 1);
  return shareOfAsked(scene, (place) => {
    const own = scene.asked[place]?.own;
    return own !== undefined && !said.has(place) && next.includes(own);
  });
}

/** Every four letters in a row. */
function runsOfLetters(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 3) }, (_, at) => text.slice(at, at + 4));
}

/** As a share, the `letters` that stand anywhere in the sentence: other forms of a word have most of them in common. */
function lettersSaid(letters: readonly string[], text: string): number {
  const said = new Set(runsOfLetters(` ${text.toLowerCase()} `));
  return letters.filter((run) => said.has(run)).length / Math.max(1, letters.length);
}
