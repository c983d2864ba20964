import type { Documents } from './documents.ts';
import { InvertedIndex } from './inverted-index.ts';
import { ParagraphIndex } from './paragraph-index.ts';

/** The index of one segment at its three levels: sentence, paragraph, title. All goes by the segment's own numbers. Immutable. */
export class SegmentLevels {
  readonly facts: InvertedIndex;
  readonly paragraphs: ParagraphIndex;
  readonly titles: InvertedIndex;
  /** The number of each fact's paragraph. */
  readonly paragraphOf: Uint32Array;
  /** The number of each fact's article. */
  readonly articleOf: Uint32Array;

  constructor({ facts, paragraphs, titles, paragraphOf, articleOf }: Documents, termCount: number) {
    this.facts = new InvertedIndex(facts, termCount);
    this.paragraphs = new ParagraphIndex(paragraphs, termCount);
    this.titles = new InvertedIndex(titles, termCount);
    this.paragraphOf = paragraphOf;
    this.articleOf = articleOf;
  }

  /** Returns whether a fact's paragraph, headings or title hold a term. */
  holdsAround(term: number, fact: number): boolean {
    return (
      this.paragraphs.holds(term, this.paragraphOf[fact] ?? 0) ||
      this.titles.holds(term, this.articleOf[fact] ?? 0)
    );
  }
}
