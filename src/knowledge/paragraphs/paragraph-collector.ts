import type { FootnoteDefinition } from 'mdast';
import { shorten } from '../../text/layout/printable.ts';
import { MAX_HEADING_CHARS, type Paragraph, type Picture } from '../article/article.ts';
import type { ParagraphInFootnote } from './footnotes.ts';
import { removeQuestionMark } from './question-marks.ts';

/**
 * The depth of loose headings, below all headings of Markdown and HTML. Loose headings are marked questions, the
 * summary of a collapsible part, and terms with definitions. A loose heading with nothing below it is a paragraph.
 */
export const LOOSE_DEPTH = 7;

export interface OpenHeading {
  readonly depth: number;
  readonly text: string;
  /** True where “Q:” or a similar mark precedes it. */
  readonly isMarked: boolean;
}

interface ReadHeading extends Omit<OpenHeading, 'depth'> {
  readonly isCut: boolean;
}

/** Reads a heading as one line without the mark of a question; empty where the heading shows nothing. */
export function readHeading(whole: string): ReadHeading {
  const line = whole.replace(/\s+/g, ' ').trim();
  const shortened = shorten(line, MAX_HEADING_CHARS);
  const text = removeQuestionMark(shortened);
  return { text, isMarked: text !== shortened, isCut: shortened !== line };
}

/** Returns the headings that stay open above a heading of this depth, or after a section of this depth has ended. */
export function keepHeadingsAbove(
  headings: readonly OpenHeading[],
  sectionDepth: number,
): readonly OpenHeading[] {
  return headings.filter(({ depth }) => depth < sectionDepth);
}

/** A loose heading with nothing below it so far. */
interface LooseHeading extends ParagraphInFootnote {
  readonly depth: number;
  readonly number: number;
}

/** Collects paragraphs in reading order, with the pictures between them. */
export class ParagraphCollector {
  readonly #found: ParagraphInFootnote[] = [];
  #loose: readonly LooseHeading[] = [];
  #looseCount = 0;
  /** Pictures that precede their text. */
  #pictures: readonly Picture[] = [];
  #isBelowHeading = true;
  #lastDepth = 0;

  /** Number of loose headings so far, for {@link settleLoose}. */
  get looseCount(): number {
    return this.#looseCount;
  }

  add(paragraph: Paragraph, footnote: FootnoteDefinition | null): void {
    this.#loose = [];
    this.#push({ paragraph, footnote });
  }

  /** Adds pictures without text. They belong to the text above, or else to the first text below. */
  addPictures(pictures: readonly Picture[]): void {
    if (pictures.length === 0) return;
    this.settleLoose();
    const last = this.#isBelowHeading ? undefined : this.#found.pop();
    if (last === undefined) this.#pictures = [...this.#pictures, ...pictures];
    else this.#found.push({ ...last, paragraph: addPictures(last.paragraph, pictures) });
  }

  /** Ends the sections of this depth and deeper ones, for a heading of this depth. */
  openHeading(depth: number): void {
    this.endSection(depth);
    // A section that shows only pictures has no paragraph for them.
    if (depth <= this.#lastDepth) this.#pictures = [];
    this.#isBelowHeading = true;
    this.#lastDepth = depth;
  }

  /** Opens a loose heading. It becomes `paragraph` where nothing follows below it. */
  openLooseHeading(depth: number, paragraph: Paragraph, footnote: FootnoteDefinition | null): void {
    this.openHeading(depth);
    this.#loose = [...this.#loose, { depth, paragraph, footnote, number: this.#looseCount }];
    this.#looseCount += 1;
  }

  endSection(depth: number): void {
    const ended = this.#loose.findIndex((heading) => heading.depth >= depth);
    if (ended >= 0) this.#settle(ended);
  }

  /** Turns loose headings with nothing below them into text, from the one with this number on. */
  settleLoose(number = 0): void {
    const ended = this.#loose.findIndex((heading) => heading.number >= number);
    if (ended >= 0) this.#settle(ended);
  }

  /** Returns all paragraphs of the text. Call it after the last one. */
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
