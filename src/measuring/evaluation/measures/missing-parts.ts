import { type Passage, toPassageText } from '../../../answering/passage/passage.ts';
import type { Article, Paragraph } from '../../../knowledge/article/article.ts';
import {
  findBlock,
  findItem,
  findParentItem,
  type ParagraphRange,
} from '../../../knowledge/article/outline.ts';

/**
 * What a passage lacks that its words make no sense without.
 * `lead`: it shows an item, and not what introduces the list or the item around it. `introduced`: it ends in what introduces a list, a table or code,
 * which it does not show. `header`: it shows a row, and no name of a column. `steps`: it shows some points of a numbered list and not the others,
 * and does not say that it was cut there.
 */
export type MissingPart = 'lead' | 'introduced' | 'header' | 'steps';

/** An article of which some paragraphs are shown. */
interface Seen {
  readonly paragraphs: readonly Paragraph[];
  /** Whether something of the paragraph at a place, from 0, is shown. */
  readonly isShown: (place: number) => boolean;
  /** Whether its last sentence is. */
  readonly isShownToEnd: (place: number) => boolean;
  readonly text: string;
  readonly isCut: boolean;
}

/** What a passage of the article lacks, each once; nothing where it can be understood by itself. */
export function missingParts(article: Article, passage: Passage): readonly MissingPart[] {
  const seen = seenOf(article, passage);
  const missing = article.paragraphs.flatMap((paragraph, place) =>
    seen.isShown(place) ? missingAt(paragraph, place, seen) : [],
  );
  return [...new Set(missing)];
}

function seenOf({ paragraphs, facts }: Article, { lines, factIds, left }: Passage): Seen {
  const ids = new Set(factIds);
  const shown = new Set<number>();
  const toEnd = new Set<number>();
  facts.forEach(({ id, paragraph }, index) => {
    if (!ids.has(id)) return;
    shown.add(paragraph - 1);
    if (facts[index + 1]?.paragraph !== paragraph) toEnd.add(paragraph - 1);
  });
  return {
    paragraphs,
    isShown: (place) => shown.has(place),
    isShownToEnd: (place) => toEnd.has(place),
    text: toPassageText(lines).text,
    isCut: left > 0,
  };
}

function missingAt({ kind, depth }: Paragraph, place: number, seen: Seen): readonly MissingPart[] {
  const isItem = depth > 0;
  const parts: readonly (readonly [MissingPart, boolean])[] = [
    ['lead', isItem && lacksLead(place, seen)],
    ['steps', isItem && lacksSteps(place, seen)],
    ['introduced', !isItem && kind === 'text' && lacksIntroduced(place, seen)],
    ['header', !isItem && kind === 'row' && lacksHeader(place, seen)],
  ];
  return parts.flatMap(([part, isMissing]) => (isMissing ? [part] : []));
}

function lacksLead(place: number, { paragraphs, isShown }: Seen): boolean {
  const { from: ownItem } = findItem(paragraphs, place);
  const parent = findParentItem(paragraphs, ownItem);
  if (!isShown(ownItem) || (parent !== null && !isShown(parent))) return true;
  const { from } = findBlock(paragraphs, place);
  const isIntroduced = paragraphs[from]?.lead !== null && isRightAbove(paragraphs, from);
  return isIntroduced && !isShown(from - 1);
}

/** Whether the paragraph before the one at a place is a text of the same section. */
function isRightAbove(paragraphs: readonly Paragraph[], place: number): boolean {
  const [above, own] = [paragraphs[place - 1], paragraphs[place]];
  if (above?.kind !== 'text' || own === undefined) return false;
  return above.headings.join('\n') === own.headings.join('\n');
}

function lacksIntroduced(place: number, { paragraphs, isShown, isShownToEnd }: Seen): boolean {
  const introduces = /[:：]$/u.test(paragraphs[place]?.text.trimEnd() ?? '');
  if (!introduces || !isShownToEnd(place) || !isRightAbove(paragraphs, place + 1)) return false;
  return !placesIn(findBlock(paragraphs, place + 1)).some(isShown);
}

function lacksHeader(place: number, { paragraphs, isShown, text }: Seen): boolean {
  const { from } = findBlock(paragraphs, place);
  const head = paragraphs[from];
  if (head?.kind !== 'head' || isShown(from)) return false;
  const names = (head.cells ?? []).map(({ start, end }) => head.text.slice(start, end).replace(/:$/, ''));
  return !names.some((name) => name !== '' && text.includes(`${name}:`));
}

function lacksSteps(place: number, { paragraphs, isShown, isCut }: Seen): boolean {
  const range = findBlock(paragraphs, place);
  if (!isNumbered(paragraphs, range)) return false;
  const places = placesIn(range);
  const firstHidden = places.findIndex((each) => !isShown(each));
  if (firstHidden === -1) return false;
  const isCutThere = isCut && firstHidden > 0 && !places.slice(firstHidden).some(isShown);
  return !isCutThere;
}

function placesIn({ from, to }: ParagraphRange): readonly number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}

/** Whether the outermost list is. */
function isNumbered(paragraphs: readonly Paragraph[], { from, to }: ParagraphRange): boolean {
  const first = paragraphs.slice(from, to).find(({ depth, marker }) => depth === 1 && marker !== '');
  return first !== undefined && /^\d/.test(first.marker);
}
