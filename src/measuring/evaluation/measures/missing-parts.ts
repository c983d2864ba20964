import { type Passage, toPassageText } from '../../../answering/passage/passage.ts';
import type { Article, Paragraph } from '../../../knowledge/article/article.ts';
import {
  findBlock,
  findItem,
  findParentItem,
  type ParagraphRange,
} from '../../../knowledge/article/outline.ts';

/**
 * A part that a passage lacks, although it makes no sense without it.
 * `lead`: it shows an item, but not the text that introduces the list or the item around it. `introduced`: it ends with the introduction to a list, a
 * table or code, which it does not show. `header`: it shows a row without the name of any column. `steps`: it shows some points of a numbered list but
 * not the others, and does not say that it is cut there.
 */
export type MissingPart = 'lead' | 'introduced' | 'header' | 'steps';

/** An article with the paragraphs of it that are shown. */
interface Seen {
  readonly paragraphs: readonly Paragraph[];
  /** Returns whether any of the paragraph with this index, from 0, is shown. */
  readonly isShown: (index: number) => boolean;
  /** Returns whether its last sentence is shown. */
  readonly isShownToEnd: (index: number) => boolean;
  readonly text: string;
  readonly isCut: boolean;
}

/** Returns the parts that a passage of the article lacks, each once; empty where it can be understood by itself. */
export function findMissingParts(article: Article, passage: Passage): readonly MissingPart[] {
  const seen = findSeen(article, passage);
  const missing = article.paragraphs.flatMap((paragraph, index) =>
    seen.isShown(index) ? findMissingAt(paragraph, index, seen) : [],
  );
  return [...new Set(missing)];
}

function findSeen({ paragraphs, facts }: Article, { lines, factIds, left }: Passage): Seen {
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
    isShown: (index) => shown.has(index),
    isShownToEnd: (index) => toEnd.has(index),
    text: toPassageText(lines).text,
    isCut: left > 0,
  };
}

function findMissingAt({ kind, depth }: Paragraph, index: number, seen: Seen): readonly MissingPart[] {
  const isItem = depth > 0;
  const parts: readonly (readonly [MissingPart, boolean])[] = [
    ['lead', isItem && lacksLead(index, seen)],
    ['steps', isItem && lacksSteps(index, seen)],
    ['introduced', !isItem && kind === 'text' && lacksIntroduced(index, seen)],
    ['header', !isItem && kind === 'row' && lacksHeader(index, seen)],
  ];
  return parts.flatMap(([part, isMissing]) => (isMissing ? [part] : []));
}

function lacksLead(index: number, { paragraphs, isShown }: Seen): boolean {
  const { from: ownItem } = findItem(paragraphs, index);
  const parent = findParentItem(paragraphs, ownItem);
  if (!isShown(ownItem) || (parent !== null && !isShown(parent))) return true;
  const { from } = findBlock(paragraphs, index);
  const isIntroduced = paragraphs[from]?.lead !== null && isRightAbove(paragraphs, from);
  return isIntroduced && !isShown(from - 1);
}

/** Returns whether the paragraph before the one with this index is a text of the same section. */
function isRightAbove(paragraphs: readonly Paragraph[], index: number): boolean {
  const [above, own] = [paragraphs[index - 1], paragraphs[index]];
  if (above?.kind !== 'text' || own === undefined) return false;
  return above.headings.join('\n') === own.headings.join('\n');
}

function lacksIntroduced(index: number, { paragraphs, isShown, isShownToEnd }: Seen): boolean {
  const introduces = /[:：]$/u.test(paragraphs[index]?.text.trimEnd() ?? '');
  if (!introduces || !isShownToEnd(index) || !isRightAbove(paragraphs, index + 1)) return false;
  return !listIndices(findBlock(paragraphs, index + 1)).some(isShown);
}

function lacksHeader(index: number, { paragraphs, isShown, text }: Seen): boolean {
  const { from } = findBlock(paragraphs, index);
  const head = paragraphs[from];
  if (head?.kind !== 'head' || isShown(from)) return false;
  const names = (head.cells ?? []).map(({ start, end }) => head.text.slice(start, end).replace(/:$/, ''));
  return !names.some((name) => name !== '' && text.includes(`${name}:`));
}

function lacksSteps(index: number, { paragraphs, isShown, isCut }: Seen): boolean {
  const range = findBlock(paragraphs, index);
  if (!isNumbered(paragraphs, range)) return false;
  const indices = listIndices(range);
  const firstHidden = indices.findIndex((each) => !isShown(each));
  if (firstHidden === -1) return false;
  const isCutThere = isCut && firstHidden > 0 && !indices.slice(firstHidden).some(isShown);
  return !isCutThere;
}

function listIndices({ from, to }: ParagraphRange): readonly number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}

/** Returns whether the outermost list is. */
function isNumbered(paragraphs: readonly Paragraph[], { from, to }: ParagraphRange): boolean {
  const first = paragraphs.slice(from, to).find(({ depth, marker }) => depth === 1 && marker !== '');
  return first !== undefined && /^\d/.test(first.marker);
}
