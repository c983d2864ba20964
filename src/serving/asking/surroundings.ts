import { buildLines } from '../../answering/passage/lines.ts';
import type { PassageLine } from '../../answering/passage/passage.ts';
import { type Piece, takeParagraph } from '../../answering/passage/pieces.ts';
import { type Article, type ArticleInfo, type Fact, toArticleInfo } from '../../knowledge/article/article.ts';
import { findSection, type ParagraphRange } from '../../knowledge/article/outline.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/**
 * No front-end shows more on either side. A paragraph may have megabytes, and a section thousands of
 * paragraphs.
 */
const MAX_CHARS = 5_000;
const MAX_PARAGRAPHS = 60;

/** A fact with the text around it in its article. */
export interface Surroundings {
  readonly article: ArticleInfo;
  readonly fact: Fact;
  /** The section of the fact, in reading order; of a very long one the part nearest to the fact. */
  readonly lines: readonly PassageLine[];
  /**
   * The index of the fact's own line in `lines`. Its `answer` is the fact, or null for a row and for code, which
   * are facts as a whole.
   */
  readonly ownIndex: number;
  /** When the articles were last read. */
  readonly refreshedAt: Date;
}

/** Locates a fact by its id; anyone may see it. Returns null if the articles no longer hold it. */
export function locateFact({ base, refreshedAt }: AnsweringContext, factId: string): Surroundings | null {
  const found = base.findFact(factId);
  if (found === null) return null;
  const { fact, article } = found;
  const paragraphIndex = fact.paragraph - 1;
  const pieces = selectNearest(article, fact, findRange(article, paragraphIndex));
  const upToIt = pieces.filter((piece) => piece.paragraphIndex <= paragraphIndex);
  return {
    article: toArticleInfo(article),
    fact,
    lines: buildLines(article, pieces, { paragraphIndex, start: fact.start, end: fact.end }),
    ownIndex: buildLines(article, upToIt, null).length - 1,
    refreshedAt,
  };
}

/** Returns the section; the whole article where the section holds nothing else. */
function findRange({ paragraphs }: Article, paragraphIndex: number): ParagraphRange {
  const section = findSection(paragraphs, paragraphIndex);
  return section.to - section.from > 1 ? section : { from: 0, to: paragraphs.length };
}

function selectNearest(
  article: Article,
  { paragraph, start, end }: Fact,
  { from, to }: ParagraphRange,
): Piece[] {
  const paragraphIndex = paragraph - 1;
  const own = takeParagraph(article, paragraphIndex).map((piece) => ({
    ...piece,
    start: Math.max(0, start - MAX_CHARS),
    end: Math.min(piece.end, end + MAX_CHARS),
  }));
  const before: Piece[] = [];
  for (let at = paragraphIndex - 1; at >= from && hasRoom(before); at -= 1)
    before.unshift(
      ...takeParagraph(article, at).map((piece) => ({ ...piece, start: Math.max(0, piece.end - MAX_CHARS) })),
    );
  const after: Piece[] = [];
  for (let at = paragraphIndex + 1; at < to && hasRoom(after); at += 1)
    after.push(
      ...takeParagraph(article, at).map((piece) => ({ ...piece, end: Math.min(piece.end, MAX_CHARS) })),
    );
  return [...before, ...own, ...after];
}

function hasRoom(pieces: readonly Piece[]): boolean {
  const chars = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  return pieces.length < MAX_PARAGRAPHS && chars < MAX_CHARS;
}
