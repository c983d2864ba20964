import type { Article, Fact, Paragraph } from '../../knowledge/article/article.ts';
import {
  findBlock,
  findItem,
  findParentItem,
  MAX_PARAGRAPHS,
  type ParagraphRange,
} from '../../knowledge/article/outline.ts';

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
export function takeParagraph({ paragraphs }: Article, place: number): readonly Piece[] {
  const paragraph = paragraphs[place];
  return paragraph === undefined ? [] : [{ place, paragraph, start: 0, end: paragraph.text.length }];
}

/** The whole paragraphs of a range, or so many of the first that no passage shows them all. */
export function takeParagraphs(article: Article, { from, to }: ParagraphRange): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let place = from; place < Math.min(to, from + MAX_PARAGRAPHS); place += 1)
    pieces.push(...takeParagraph(article, place));
  return pieces;
}

/** In characters, each piece with the line break behind it. */
export function measureLength(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}

/** The places of the facts of a paragraph among those of its article: from this one on, before that one. */
export interface FactRange {
  readonly from: number;
  readonly to: number;
}

/** The facts of the paragraph at a place. */
export function findParagraphFacts({ facts }: Article, place: number): FactRange {
  return {
    from: countWhere(facts, ({ paragraph }) => paragraph <= place),
    to: countWhere(facts, ({ paragraph }) => paragraph <= place + 1),
  };
}

/** Those of them that stand in a piece, whole or cut. */
export function findPieceFacts(article: Article, { place, start, end }: Piece): FactRange {
  const { facts } = article;
  const { from, to } = findParagraphFacts(article, place);
  const isBefore = (fact: Fact): boolean =>
    fact.paragraph <= place || (fact.paragraph === place + 1 && fact.end <= start);
  const isNotBehind = (fact: Fact): boolean =>
    fact.paragraph <= place || (fact.paragraph === place + 1 && fact.start < end);
  return {
    from: Math.max(from, countWhere(facts, isBefore)),
    to: Math.min(to, countWhere(facts, isNotBehind)),
  };
}

/** How many of the first facts this holds for, which holds for none behind them. */
function countWhere(facts: readonly Fact[], holds: (fact: Fact) => boolean): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const fact = facts[middle];
    if (fact !== undefined && holds(fact)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What introduces the block that the paragraph at `place` stands in: the end of the text right above it; nothing where there is none. */
export function takeLead(article: Article, place: number): readonly Piece[] {
  const { paragraphs } = article;
  const { from } = findBlock(paragraphs, place);
  const [own, above] = [paragraphs[place], paragraphs[from - 1]];
  if (own === undefined || above?.kind !== 'text' || !isSameSection(own, above)) return [];
  return takeLastSentence(article, from - 1);
}

/** The last sentence of the paragraph at a place; nothing where there is none. */
export function takeLastSentence(article: Article, place: number): readonly Piece[] {
  const { from, to } = findParagraphFacts(article, place);
  const [paragraph, last] = [article.paragraphs[place], article.facts[to - 1]];
  if (paragraph === undefined || last === undefined || from === to) return [];
  return [{ place, paragraph, start: last.start, end: last.end }];
}

/** A list item with the lists in it, below the items that it stands in. */
export function takeItem(article: Article, place: number): readonly Piece[] {
  const { paragraphs } = article;
  const parents: number[] = [];
  for (let at = findParentItem(paragraphs, place); at !== null; at = findParentItem(paragraphs, at))
    parents.unshift(at);
  return [
    ...parents.flatMap((at) => takeParagraph(article, at)),
    ...takeParagraphs(article, findItem(paragraphs, place)),
  ];
}

/** Whether the same headings are above both. */
export function isSameSection(one: Paragraph, other: Paragraph): boolean {
  return (
    one.headings.length === other.headings.length &&
    one.headings.every((heading, level) => other.headings[level] === heading)
  );
}
