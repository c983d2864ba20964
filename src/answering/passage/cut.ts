import type { Article } from '../../knowledge/article.ts';
import { factsAt, type Piece } from './pieces.ts';

/** What fits of a passage. */
export interface CutPieces {
  readonly pieces: readonly Piece[];
  /** How many sentences, items, rows or lines of code were cut away. */
  readonly left: number;
}

/** As many of the first pieces as have `maxChars` together, and what fits of the next, up to the end of a sentence or a line of code. */
export function cutPieces(article: Article, pieces: readonly Piece[], maxChars: number): CutPieces {
  let room = maxChars;
  for (const [index, piece] of pieces.entries()) {
    const length = piece.end - piece.start + 1;
    if (length <= room) {
      room -= length;
      continue;
    }
    const units = unitsOf(article, piece);
    const fitting = units.filter(({ end }) => end - piece.start <= room);
    const last = fitting.at(-1);
    const kept = last === undefined ? [] : [{ ...piece, end: last.end }];
    const later = pieces.slice(index + 1).reduce((sum, each) => sum + countUnits(article, each), 0);
    return { pieces: [...pieces.slice(0, index), ...kept], left: units.length - fitting.length + later };
  }
  return { pieces, left: 0 };
}

/** What a piece may be cut into: sentences, lines of code, or itself as a whole. */
function unitsOf(
  article: Article,
  { place, paragraph, start, end }: Piece,
): readonly { readonly end: number }[] {
  switch (paragraph.kind) {
    case 'text':
    case 'item':
      return factsAt(article, place).filter((fact) => fact.start >= start && fact.end <= end);
    case 'code':
      return lineEnds(paragraph.text).filter((each) => each.end > start && each.end <= end);
    case 'head':
    case 'row':
      return [{ end }];
  }
}

/** An item counts as one, however many sentences it has, and so does what goes on in it as none. */
function countUnits(article: Article, piece: Piece): number {
  const { kind, marker } = piece.paragraph;
  if (kind === 'item') return marker === '' ? 0 : 1;
  return kind === 'head' ? 0 : unitsOf(article, piece).length;
}

function lineEnds(text: string): readonly { readonly end: number }[] {
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => ({ end: index }));
  return [...ends, { end: text.length }];
}
