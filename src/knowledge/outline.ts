import type { Paragraph } from './article.ts';

/** Paragraphs that follow each other, by their places from 0: from this one on, before that one. */
export interface ParagraphRange {
  readonly from: number;
  readonly to: number;
}

/** The list, table or single paragraph that the paragraph at `place` belongs to. */
export function blockAround(paragraphs: readonly Paragraph[], place: number): ParagraphRange {
  const block = paragraphs[place]?.block;
  return rangeWhere(paragraphs, place, (each) => each.block === block);
}

/** The item that the paragraph at `place` belongs to, with the lists in it; the paragraph alone outside lists. */
export function itemAround(paragraphs: readonly Paragraph[], place: number): ParagraphRange {
  const own = paragraphs[place];
  if (own === undefined || own.depth === 0) return { from: place, to: place + 1 };
  const isIn = (each: Paragraph | undefined): boolean => each !== undefined && each.block === own.block;
  let from = place;
  while (!beginsItem(paragraphs[from], own.depth) && isIn(paragraphs[from - 1])) from -= 1;
  let to = place + 1;
  const goesOn = (each: Paragraph | undefined): boolean =>
    each !== undefined &&
    isIn(each) &&
    (each.depth > own.depth || (each.depth === own.depth && each.marker === ''));
  while (goesOn(paragraphs[to])) to += 1;
  return { from, to };
}

/** The first paragraph of the item that the list of the one at `place` stands in; null for an outermost list. */
export function parentItem(paragraphs: readonly Paragraph[], place: number): number | null {
  const own = paragraphs[place];
  if (own === undefined || own.depth < 2) return null;
  for (let at = place - 1; paragraphs[at]?.block === own.block; at -= 1)
    if (beginsItem(paragraphs[at], own.depth - 1)) return at;
  return null;
}

/** All below the heading right above the paragraph at `place`, deeper headings included; all before the first heading where none is above. */
export function sectionAround(paragraphs: readonly Paragraph[], place: number): ParagraphRange {
  const headings = paragraphs[place]?.headings ?? [];
  const isInside = (each: Paragraph): boolean =>
    headings.length === 0
      ? each.headings.length === 0
      : headings.every((heading, level) => each.headings[level] === heading);
  return rangeWhere(paragraphs, place, isInside);
}

function beginsItem(paragraph: Paragraph | undefined, depth: number): boolean {
  return paragraph !== undefined && paragraph.depth === depth && paragraph.marker !== '';
}

function rangeWhere(
  paragraphs: readonly Paragraph[],
  place: number,
  isIn: (paragraph: Paragraph) => boolean,
): ParagraphRange {
  const holds = (at: number): boolean => {
    const paragraph = paragraphs[at];
    return paragraph !== undefined && isIn(paragraph);
  };
  let from = place;
  while (holds(from - 1)) from -= 1;
  let to = place + 1;
  while (holds(to)) to += 1;
  return { from, to };
}
