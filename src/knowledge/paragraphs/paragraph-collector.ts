import type { FootnoteDefinition } from 'mdast';
import { shorten } from '../../text/layout/shorten.ts';
import { MAX_HEADING_CHARS, type Paragraph, type Picture } from '../article/article.ts';
import type { ParagraphInFootnote } from './footnotes.ts';
import { removeQuestionMark } from './question-marks.ts';

/**
 * Of what stands below all headings of Markdown and HTML, or deeper: a question that is marked as one, the summary of what can be opened, a term with its
 * definitions. Such a heading is text by itself where nothing stands below it.
 */
export const LOOSE_DEPTH = 7;

export interface OpenHeading {
  readonly depth: number;
  readonly text: string;
  /** Whether “Q:” or its like stands before it. */
  readonly isMarked: boolean;
}

interface ReadHeading extends Omit<OpenHeading, 'depth'> {
  readonly isCut: boolean;
}

/** A heading on one line without a question's mark; empty for one that shows nothing. */
export function readHeading(whole: string): ReadHeading {
  const line = whole.replace(/\s+/g, ' ').trim();
  const shortened = shorten(line, MAX_HEADING_CHARS);
  const text = removeQuestionMark(shortened);
  return { text, isMarked: text !== shortened, isCut: shortened !== line };
}

/** The headings that are open above one of this depth, or once a section of this depth has ended. */
export function keepHeadingsAbove(
  headings: readonly OpenHeading[],
  sectionDepth: number,
): readonly OpenHeading[] {
  return headings.filter(({ depth }) => depth < sectionDepth);
}

/** A loose heading that nothing stands below so far. */
interface LooseHeading extends ParagraphInFootnote {
  readonly depth: number;
  readonly number: number;
}

/** Puts paragraphs together in reading order, with the pictures that stand between them. */
export class ParagraphCollector {
  readonly #found: ParagraphInFootnote[] = [];
  #loose: readonly LooseHeading[] = [];
  #looseCount = 0;
  /** Pictures that stand before the text that they belong to. */
  #pictures: readonly Picture[] = [];
  #isBelowHeading = true;
  #lastDepth = 0;

  /** How many loose headings there have been, for {@link settleLoose}. */
  get looseCount(): number {
    return this.#looseCount;
  }

  add(paragraph: Paragraph, footnote: FootnoteDefinition | null): void {
    this.#loose = [];
    this.#push({ paragraph, footnote });
  }

  /** Pictures alone belong to the text above them, or else to the first one below. */
  addPictures(pictures: readonly Picture[]): void {
    if (pictures.length === 0) return;
    this.settleLoose();
    const last = this.#isBelowHeading ? undefined : this.#found.pop();
    if (last === undefined) this.#pictures = [...this.#pictures, ...pictures];
    else this.#found.push({ ...last, paragraph: addPictures(last.paragraph, pictures) });
  }

  /** Ends the sections of this depth and of deeper ones, for a heading of this depth. */
  openHeading(depth: number): void {
    this.endSection(depth);
    // A section that shows nothing but pictures has no paragraph that they could belong to.
    if (depth <= this.#lastDepth) this.#pictures = [];
    this.#isBelowHeading = true;
    this.#lastDepth = depth;
  }

  /** The same for a loose heading, which is `paragraph` where nothing comes below it. */
  openLooseHeading(depth: number, paragraph: Paragraph, footnote: FootnoteDefinition | null): void {
    this.openHeading(depth);
    this.#loose = [...this.#loose, { depth, paragraph, footnote, number: this.#looseCount }];
    this.#looseCount += 1;
  }

  endSection(depth: number): void {
    const ended = this.#loose.findIndex((heading) => heading.depth >= depth);
    if (ended >= 0) this.#settle(ended);
  }

  /** Makes text of the loose headings from the one with this number on that nothing came below. */
  settleLoose(number = 0): void {
    const ended = this.#loose.findIndex((heading) => heading.number >= number);
    if (ended >= 0) this.#settle(ended);
  }

  /** All paragraphs of the text, after its last one. */
  finish(): readonly ParagraphInFootnote[] {
    this.settleLoose();
    return this.#found;
  }

  #settle(from: number): void {
    const ended = this.#loose.slice(from);
    this.#loose = this.#loose.slice(0, from);
    for (const heading of ended) this.#push(heading);
  }

  #push({ paragraph, footnote }: ParagraphInFootnote): void {
    this.#found.push({ paragraph: addPictures(paragraph, [], this.#pictures), footnote });
    this.#pictures = [];
    this.#isBelowHeading = false;
  }
}

function addPictures(
  paragraph: Paragraph,
  behind: readonly Picture[],
  before: readonly Picture[] = [],
): Paragraph {
  if (behind.length === 0 && before.length === 0) return paragraph;
  return { ...paragraph, pictures: [...before, ...paragraph.pictures, ...behind] };
}
