import { MAX_HEADING_CHARS, type Paragraph } from '../../knowledge/article.ts';
import type { Candidate } from '../../search/candidate.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import { isQuestion } from '../../text/questions.ts';
import { stem } from '../../text/stems.ts';
import { splitWords } from '../../text/words.ts';
import { type FeatureGroup, type Scene, shareOfAsked } from './scene.ts';

const KINDS: readonly Paragraph['kind'][] = ['item', 'head', 'row', 'code'];
/** How many facts before and after one are looked at for what its section says. */
const NEAR = 8;

/** What headings, title and lead say of the question, and what the rest of the section does: texts seldom repeat what stands above them. */
export const HEADING_FEATURES: FeatureGroup = {
  names: [
    'heading.said',
    'heading.said by any',
    'heading.said with own',
    'heading.asked of it',
    'heading.asks',
    'heading.title said',
    'heading.all said',
    'heading.lead said',
    'heading.section said',
    'heading.is first below',
    'heading.depth',
    'heading.aligned',
    ...KINDS.map((kind) => `heading.is ${kind}`),
  ],
  open(scene) {
    const read = headingReader(scene);
    return (candidate) => {
      const { fact, article, said } = candidate;
      const own = article.paragraphs[fact.paragraph - 1];
      const headings = fact.headings.map(read);
      const innermost = headings.at(-1) ?? NOTHING;
      const title = read(article.title);
      const lead = own?.lead == null ? NOTHING : read(own.lead);
      const byHeading = (place: number): boolean => headings.some(({ places }) => places.has(place));
      const near = placesNear(scene, candidate);
      return [
        shareOfAsked(scene, (place) => innermost.places.has(place)),
        shareOfAsked(scene, byHeading),
        shareOfAsked(scene, (place) => said.has(place) || byHeading(place)),
        innermost.share,
        Number(isQuestion(fact.headings.at(-1) ?? '')),
        shareOfAsked(scene, (place) => title.places.has(place)),
        shareOfAsked(
          scene,
          (place) => said.has(place) || byHeading(place) || title.places.has(place) || lead.places.has(place),
        ),
        shareOfAsked(scene, (place) => lead.places.has(place)),
        shareOfAsked(scene, (place) => said.has(place) || byHeading(place) || near.has(place)),
        Number(isFirstBelow(article.paragraphs, fact.paragraph - 1) && fact.sentence === 1),
        Math.min(1, fact.headings.length / 4),
        alignedShare(scene, [...headings, title]),
        ...KINDS.map((kind) => Number(own?.kind === kind)),
      ];
    };
  },
};

/** What a heading says of the question. */
interface ReadHeading {
  /** The places of the words asked that it says. */
  readonly places: ReadonlySet<number>;
  /** How many of its telling words are asked, as a share of them. */
  readonly share: number;
  /** For each word asked, how much the likest of its words means the same: 0 to 1. */
  readonly likeness: readonly number[];
}

const NOTHING: ReadHeading = { places: new Set(), share: 0, likeness: [] };

/** Each heading is read once, however many candidates stand below it. */
function headingReader({ base, asked, vectors }: Scene): (heading: string) => ReadHeading {
  const known = new Map<string, ReadHeading>();
  const askedTerms = new Set(asked.flatMap(({ meant }) => meant));
  return (heading) => {
    const before = known.get(heading);
    if (before !== undefined) return before;
    const words = splitWords(heading.slice(0, MAX_HEADING_CHARS));
    const telling = words.filter(({ folded }) => !isFunctionWord(folded));
    const terms = words.map(({ folded }) => base.termOf(stem(folded)) ?? -1);
    const held = telling.filter(({ folded }) => askedTerms.has(base.termOf(stem(folded)) ?? -1));
    const places = asked.flatMap(({ meant }, place) =>
      meant.some((term) => terms.includes(term)) ? [place] : [],
    );
    const others = telling.map(({ folded }) => vectors.indexOf(folded));
    const likeness = asked.map(({ word }) =>
      Math.max(0, ...others.map((other) => vectors.similarity(word, other))),
    );
    const read = { places: new Set(places), share: held.length / Math.max(1, telling.length), likeness };
    known.set(heading, read);
    return read;
  };
}

/** How much of what is asked these headings say in words that mean the same: 0 to 1. */
function alignedShare({ asked, totalWeight }: Scene, headings: readonly ReadHeading[]): number {
  let sum = 0;
  for (const [place, { weight }] of asked.entries()) {
    const likest = headings.reduce(
      (best, { places, likeness }) => Math.max(best, places.has(place) ? 1 : (likeness[place] ?? 0)),
      0,
    );
    sum += weight * likest;
  }
  return sum / totalWeight;
}

/** The places of the words asked that facts of the same section say, not far away. */
function placesNear({ base, asked }: Scene, { index, fact }: Candidate): ReadonlySet<number> {
  const places = new Set<number>();
  for (let other = index - NEAR; other <= index + NEAR; other += 1) {
    const near = base.facts[other];
    if (near === undefined || other === index || near.path !== fact.path) continue;
    if (near.headings.at(-1) !== fact.headings.at(-1)) continue;
    const terms = base.termsOf(other);
    for (const [place, { meant }] of asked.entries())
      if (!places.has(place) && meant.some((term) => terms.includes(term))) places.add(place);
  }
  return places;
}

function isFirstBelow(paragraphs: readonly Paragraph[], place: number): boolean {
  const [own, before] = [paragraphs[place], paragraphs[place - 1]];
  return before === undefined || own?.headings.at(-1) !== before.headings.at(-1);
}
