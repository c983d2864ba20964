import type { Article, Fact, Paragraph } from '../../knowledge/article/article.ts';
import {
  findBlock,
  findItem,
  findParentItem,
  MAX_PARAGRAPHS,
  type ParagraphRange,
} from '../../knowledge/article/outline.ts';

import type { FactRange } from '../../search/articles/article-list.ts';

/** A paragraph of an article, or part of one, that goes into a passage. */
export interface Piece {
  /** The paragraph's place in the article, from 0. */
  readonly paragraphIndex: number;
  readonly paragraph: Paragraph;
  /** The span of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** Takes the whole paragraph at a place; none if there is no such paragraph. */
export function takeParagraph({ paragraphs }: Article, paragraphIndex: number): readonly Piece[] {
  const paragraph = paragraphs[paragraphIndex];
  return paragraph === undefined ? [] : [{ paragraphIndex, paragraph, start: 0, end: paragraph.text.length }];
}

/** Takes the whole paragraphs of a range. Of a long range it takes only the first, more than any passage shows. */
export function takeParagraphs(article: Article, { from, to }: ParagraphRange): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let paragraphIndex = from; paragraphIndex < Math.min(to, from + MAX_PARAGRAPHS); paragraphIndex += 1)
    pieces.push(...takeParagraph(article, paragraphIndex));
  return pieces;
}

/** Measures the length in characters, with a line break after each piece. */
export function measureLength(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start + 1, 0);
}

/** Finds the facts of the paragraph at a place. */
export function findParagraphFacts({ facts }: Article, paragraphIndex: number): FactRange {
  return {
    from: countWhere(facts, ({ paragraph }) => paragraph <= paragraphIndex),
    to: countWhere(facts, ({ paragraph }) => paragraph <= paragraphIndex + 1),
  };
}

/** Finds the facts of a piece, whole or cut. */
export function findPieceFacts(article: Article, { paragraphIndex, start, end }: Piece): FactRange {
  const { facts } = article;
  const { from, to } = findParagraphFacts(article, paragraphIndex);
  const isBefore = (fact: Fact): boolean =>
    fact.paragraph <= paragraphIndex || (fact.paragraph === paragraphIndex + 1 && fact.end <= start);
  const isNotBehind = (fact: Fact): boolean =>
    fact.paragraph <= paragraphIndex || (fact.paragraph === paragraphIndex + 1 && fact.start < end);
  return {
    from: Math.max(from, countWhere(facts, isBefore)),
    to: Math.min(to, countWhere(facts, isNotBehind)),
  };
}

/** Counts the first facts for which a condition holds. It must not hold for any fact after them. */
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

/**
 * Takes the introduction of the block that holds the paragraph at `paragraphIndex`: the end of the text right above it; none if there is no such
 * text.
 */
export function takeLead(article: Article, paragraphIndex: number): readonly Piece[] {
  const { paragraphs } = article;
  const { from } = findBlock(paragraphs, paragraphIndex);
  const [own, above] = [paragraphs[paragraphIndex], paragraphs[from - 1]];
  if (own === undefined || above?.kind !== 'text' || !isSameSection(own, above)) return [];
  return takeLastSentence(article, from - 1);
}

/** Takes the last sentence of the paragraph at a place; none if there is no such paragraph. */
export function takeLastSentence(article: Article, paragraphIndex: number): readonly Piece[] {
  const { from, to } = findParagraphFacts(article, paragraphIndex);
  const [paragraph, last] = [article.paragraphs[paragraphIndex], article.facts[to - 1]];
  if (paragraph === undefined || last === undefined || from === to) return [];
  return [{ paragraphIndex, paragraph, start: last.start, end: last.end }];
}

/** Takes a list item with its inner lists, below the items that contain it. */
export function takeItem(article: Article, paragraphIndex: number): readonly Piece[] {
  const { paragraphs } = article;
  const parents: number[] = [];
  for (let at = findParentItem(paragraphs, paragraphIndex); at !== null; at = findParentItem(paragraphs, at))
    parents.unshift(at);
  return [
    ...parents.flatMap((at) => takeParagraph(article, at)),
    ...takeParagraphs(article, findItem(paragraphs, paragraphIndex)),
  ];
}

/** Returns whether both paragraphs are below the same headings. */
export function isSameSection(one: Paragraph, other: Paragraph): boolean {
  return (
    one.headings.length === other.headings.length &&
    one.headings.every((heading, level) => other.headings[level] === heading)
  );
}
