import type { Article, Fact, Paragraph } from '../../knowledge/article.ts';
import { blockAround, itemAround, type ParagraphRange, parentItem } from '../../knowledge/outline.ts';

/** A paragraph of an article, or a part of it, that goes into a passage. */
export interface Piece {
  /** Its place in the article's paragraphs, from 0. */
  readonly place: number;
  readonly paragraph: Paragraph;
  /** The stretch of its text. */
  readonly start: number;
  readonly end: number;
}

/** The whole paragraph at a place; nothing where there is none. */
export function wholePiece({ paragraphs }: Article, place: number): readonly Piece[] {
  const paragraph = paragraphs[place];
  return paragraph === undefined ? [] : [{ place, paragraph, start: 0, end: paragraph.text.length }];
}

/** More of them are longer than any passage, though each had but one character. */
const MOST_PIECES = 1500;

/** The whole paragraphs of a range, or so many of the first that no passage shows them all. */
export function wholePieces(article: Article, { from, to }: ParagraphRange): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let place = from; place < Math.min(to, from + MOST_PIECES); place += 1)
    pieces.push(...wholePiece(article, place));
  return pieces;
}

/** The facts of the paragraph at a place, in their order. */
export function factsAt({ facts }: Article, place: number): readonly Fact[] {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle]?.paragraph ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const found: Fact[] = [];
  for (let at = low; facts[at]?.paragraph === place + 1; at += 1) found.push(...facts.slice(at, at + 1));
  return found;
}

/** What introduces the block that the paragraph at `place` stands in: the end of the text right above it; nothing where there is none. */
export function leadPieces(article: Article, place: number): readonly Piece[] {
  const { paragraphs } = article;
  const { from } = blockAround(paragraphs, place);
  const [own, above] = [paragraphs[place], paragraphs[from - 1]];
  if (own === undefined || above?.kind !== 'text' || !isSameSection(own, above)) return [];
  const last = factsAt(article, from - 1).at(-1);
  return last === undefined ? [] : [{ place: from - 1, paragraph: above, start: last.start, end: last.end }];
}

/** A list item with the lists in it, below the items that it stands in. */
export function itemPieces(article: Article, place: number): readonly Piece[] {
  const { paragraphs } = article;
  const parents: number[] = [];
  for (let at = parentItem(paragraphs, place); at !== null; at = parentItem(paragraphs, at))
    parents.unshift(at);
  return [
    ...parents.flatMap((at) => wholePiece(article, at)),
    ...wholePieces(article, itemAround(paragraphs, place)),
  ];
}

/** Whether the same headings are above both. */
export function isSameSection(one: Paragraph, other: Paragraph): boolean {
  return (
    one.headings.length === other.headings.length &&
    one.headings.every((heading, level) => other.headings[level] === heading)
  );
}
