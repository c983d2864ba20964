import type { FlatReader, FlatWriter } from '../flat/flat-buffer.ts';
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

  private constructor(
    parts: Pick<SegmentLevels, 'facts' | 'paragraphs' | 'titles' | 'paragraphOf' | 'articleOf'>,
  ) {
    this.facts = parts.facts;
    this.paragraphs = parts.paragraphs;
    this.titles = parts.titles;
    this.paragraphOf = parts.paragraphOf;
    this.articleOf = parts.articleOf;
  }

  static build(documents: Documents, termCount: number): SegmentLevels {
    return new SegmentLevels({
      facts: InvertedIndex.build(documents.facts, termCount),
      paragraphs: ParagraphIndex.build(documents.paragraphs, termCount),
      titles: InvertedIndex.build(documents.titles, termCount),
      paragraphOf: documents.paragraphOf,
      articleOf: documents.articleOf,
    });
  }

  static read(from: FlatReader, at: string): SegmentLevels {
    return new SegmentLevels({
      facts: InvertedIndex.read(from, `${at}/facts`),
      paragraphs: ParagraphIndex.read(from, `${at}/paragraphs`),
      titles: InvertedIndex.read(from, `${at}/titles`),
      paragraphOf: from.readUint32(`${at}/paragraphOf`),
      articleOf: from.readUint32(`${at}/articleOf`),
    });
  }

  write(to: FlatWriter, at: string): void {
    this.facts.write(to, `${at}/facts`);
    this.paragraphs.write(to, `${at}/paragraphs`);
    this.titles.write(to, `${at}/titles`);
    to.add(`${at}/paragraphOf`, this.paragraphOf);
    to.add(`${at}/articleOf`, this.articleOf);
  }

  /** Returns whether a fact's paragraph, headings or title hold a term. */
  holdsAround(term: number, fact: number): boolean {
    return (
      this.paragraphs.holds(term, this.paragraphOf[fact] ?? 0) ||
      this.titles.holds(term, this.articleOf[fact] ?? 0)
    );
  }
}
