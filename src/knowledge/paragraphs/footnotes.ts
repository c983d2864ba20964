import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Paragraph } from '../article/article.ts';
import { findFootnoteReferences } from './markdown-definitions.ts';

export interface ParagraphInFootnote {
  readonly paragraph: Paragraph;
  /** The innermost surrounding footnote, or null if there is none. */
  readonly footnote: FootnoteDefinition | null;
}

/** Finds the footnotes that readers see: the first one of each label, where the text refers to it. */
export class Footnotes {
  readonly #lines = new Map<FootnoteDefinition, number>();
  readonly #first = new Map<string, FootnoteDefinition>();
  readonly #referred = new Set<string>();

  addReferences(nodes: readonly RootContent[]): void {
    for (const label of findFootnoteReferences(nodes)) this.#referred.add(label);
  }

  /** Records a footnote. `line` is the line of the file on which it begins. */
  define(footnote: FootnoteDefinition, line: number): void {
    this.#lines.set(footnote, line);
    if (!this.#first.has(footnote.identifier)) this.#first.set(footnote.identifier, footnote);
  }

  /** Selects the paragraphs that readers see. Call it after the whole text was added. */
  selectSeen(paragraphs: readonly ParagraphInFootnote[]): readonly Paragraph[] {
    return paragraphs
      .filter(({ footnote }) => footnote === null || this.#isSeen(footnote))
      .map(({ paragraph }) => paragraph);
  }

  /** Returns the lines of the footnotes that readers do not see, in reading order. */
  listUnseenLines(): readonly number[] {
    return [...this.#lines].filter(([footnote]) => !this.#isSeen(footnote)).map(([, line]) => line);
  }

  #isSeen(footnote: FootnoteDefinition): boolean {
    const { identifier } = footnote;
    return this.#referred.has(identifier) && this.#first.get(identifier) === footnote;
  }
}
