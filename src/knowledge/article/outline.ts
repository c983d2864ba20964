import type { Paragraph } from './article.ts';

/** Consecutive paragraphs, by their indexes from 0: from `from` up to, but not including, `to`. */
export interface ParagraphRange {
  readonly from: number;
  readonly to: number;
}

/** No passage shows more paragraphs, even if each had only one character. Longer stretches need not be searched. */
export const MAX_PARAGRAPHS = 1500;

/**
 * Finds the list, table or single paragraph that contains the paragraph at `index`. The time grows with the logarithm
 * of the article's length.
 */
export function findBlock(paragraphs: readonly Paragraph[], index: number): ParagraphRange {
  const block = paragraphs[index]?.block ?? -1;
  return findRange(paragraphs, block, (paragraph) => paragraph.block);
}

/**
 * Finds the list item that contains the paragraph at `index`, including the lists inside it. Outside lists, returns
 * the paragraph alone. Includes at most {@link MAX_PARAGRAPHS} paragraphs on each side.
 */
export function findItem(paragraphs: readonly Paragraph[], index: number): ParagraphRange {
  const own = paragraphs[index];
  if (own === undefined || own.depth === 0) return { from: index, to: index + 1 };
  const isIn = (each: Paragraph | undefined): boolean => each !== undefined && each.block === own.block;
  const [first, last] = [index - MAX_PARAGRAPHS, index + MAX_PARAGRAPHS];
  let from = index;
  while (from > first && !beginsItem(paragraphs[from], own.depth) && isIn(paragraphs[from - 1])) from -= 1;
  let to = index + 1;
  const goesOn = (each: Paragraph | undefined): boolean =>
    each !== undefined &&
    isIn(each) &&
    (each.depth > own.depth || (each.depth === own.depth && each.marker === ''));
  while (to < last && goesOn(paragraphs[to])) to += 1;
  return { from, to };
}

/**
 * Finds the first paragraph of the item that contains the list around `index`. Returns null for an outermost list, or
 * where the item begins more than {@link MAX_PARAGRAPHS} paragraphs above.
 */
export function findParentItem(paragraphs: readonly Paragraph[], index: number): number | null {
  const own = paragraphs[index];
  if (own === undefined || own.depth < 2) return null;
  for (let at = index - 1; at > index - MAX_PARAGRAPHS && paragraphs[at]?.block === own.block; at -= 1)
    if (beginsItem(paragraphs[at], own.depth - 1)) return at;
  return null;
}

/**
 * Finds everything below the heading right above the paragraph at `index`, including deeper headings. Where no heading
 * is above it, returns everything before the first heading. Ends after {@link MAX_PARAGRAPHS}.
 */
export function findSection(paragraphs: readonly Paragraph[], index: number): ParagraphRange {
  const own = paragraphs[index];
  if (own === undefined) return { from: index, to: index };
  const range = findRange(paragraphs, own.section, (paragraph) => paragraph.section);
  let { to } = range;
  while (to < range.from + MAX_PARAGRAPHS && isBelow(paragraphs[to], own.headings)) to += 1;
  return { from: range.from, to };
}

/** Returns whether a paragraph is below these headings and at least one deeper one. */
function isBelow(paragraph: Paragraph | undefined, headings: readonly string[]): boolean {
  if (paragraph === undefined || headings.length === 0) return false;
  return (
    paragraph.headings.length > headings.length &&
    headings.every((heading, level) => paragraph.headings[level] === heading)
  );
}

function beginsItem(paragraph: Paragraph | undefined, depth: number): boolean {
  return paragraph !== undefined && paragraph.depth === depth && paragraph.marker !== '';
}

/** Finds the paragraphs with this number. `numberOf` must rise through the article. */
function findRange(
  paragraphs: readonly Paragraph[],
  number: number,
  numberOf: (paragraph: Paragraph) => number,
): ParagraphRange {
  return {
    from: findFirstFrom(paragraphs, number, numberOf),
    to: findFirstFrom(paragraphs, number + 1, numberOf),
  };
}

/** Returns the index of the first paragraph whose number is at least `least`. */
function findFirstFrom(
  paragraphs: readonly Paragraph[],
  least: number,
  numberOf: (paragraph: Paragraph) => number,
): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const paragraph = paragraphs[middle];
    if (paragraph !== undefined && numberOf(paragraph) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
