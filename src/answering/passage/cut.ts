import type { Article } from '../../knowledge/article/article.ts';
import { findPieceFacts, measureLength, type Piece } from './pieces.ts';

/** The pieces of a passage that fit, and those that do not. */
export interface CutPieces {
  readonly pieces: readonly Piece[];
  /** The pieces that were cut away; the first may begin in the middle of a paragraph. */
  readonly rest: readonly Piece[];
}

/** Keeps the first pieces that fit into `maxChars`, then the whole sentences or lines of code of the next piece that still fit. */
export function cutPieces(article: Article, pieces: readonly Piece[], maxChars: number): CutPieces {
  let room = maxChars;
  for (const [index, piece] of pieces.entries()) {
    const length = measureLength([piece]);
    if (length <= room) {
      room -= length;
      continue;
    }
    const end = findLastEnd(article, piece, room);
    const [kept, left] = end > piece.start ? [[{ ...piece, end }], { ...piece, start: end }] : [[], piece];
    return { pieces: [...pieces.slice(0, index), ...kept], rest: [left, ...pieces.slice(index + 1)] };
  }
  return { pieces, rest: [] };
}

/** Finds where the last sentence or line of code that fits ends. Returns the start of the piece if none fits. */
function findLastEnd(article: Article, piece: Piece, room: number): number {
  const { paragraph, start } = piece;
  const limit = start + room - 1;
  if (paragraph.kind === 'code') return Math.max(start, paragraph.text.lastIndexOf('\n', limit));
  if (paragraph.kind === 'head' || paragraph.kind === 'row') return start;
  const { from, to } = findPieceFacts(article, piece);
  let end = start;
  for (let at = from; at < to; at += 1) {
    const fact = article.facts[at];
    if (fact === undefined || fact.end > limit) break;
    end = fact.end;
  }
  return end;
}

/**
 * Counts the sentences, items, rows or lines of code that were cut away. An item counts as one, whatever its length; its further
 * paragraphs do not count.
 */
export function countLeft(article: Article, rest: readonly Piece[]): number {
  return rest.reduce((sum, piece) => sum + countUnits(article, piece), 0);
}

function countUnits(article: Article, piece: Piece): number {
  const { paragraph, start, end } = piece;
  switch (paragraph.kind) {
    case 'item':
      // If the item was begun, its remaining sentences count.
      if (start > 0) return countFacts(article, piece);
      return paragraph.marker === '' ? 0 : 1;
    case 'text':
      return countFacts(article, piece);
    case 'code':
      return paragraph.text.slice(start, end).trim().split('\n').length;
    case 'row':
      return 1;
    case 'head':
      return 0;
  }
}

function countFacts(article: Article, piece: Piece): number {
  const { from, to } = findPieceFacts(article, piece);
  return to - from;
}
