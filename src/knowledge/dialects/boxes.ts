import type { ComponentTag } from './component-tags.ts';
import { DEFINITIONS_END, TERM_MARK } from './definition-lists.ts';

/** `:::note`, `:::tip[Title]`, `:::warning Title`, `::: {.note}`, `:::`, of Docusaurus, VitePress and Pandoc. */
const COLONS = /^([ \t>]*):{3,}([^:].*)?$/;
/** `!!! note "Title"`, `???tip`, `=== "Tab"`, of MkDocs; what belongs to it is indented below. */
const MKDOCS =
  /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]*[\w-][\w \t-]*(?:"([^"\n]*)"[ \t]*)?|===[!+]?[ \t]+"([^"\n]*)"[ \t]*)$/;
/** “!!!wow” alone on its line may be text: the mark of a box is followed by a blank, or has something below it. */
const CLOSE_MARK = /^[ \t]*[!?]{3}\+?[\w-]/;
/** What a box is called that has no title of its own. */
const KIND =
  /^(?:notes?|tips?|info|warnings?|danger|caution|important|hints?|examples?|question|faq|abstract|summary|success|failure|bug|quote|details|attention|error|deprecated)[.:!]?$/i;
/** How many blank lines may stand below a box. */
const MAX_BLANK_LINES = 3;
/** How far above a box the item is looked for that it stands in. */
const MAX_LINES_ABOVE = 60;
/** What stands before the text of a list item. */
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * Admonitions, tabs and components, whose lines are handed over in order. A title of one's own is the heading of what is in the box, as a term is
 * that of its definitions.
 */
export class Boxes {
  readonly #lines: readonly string[];
  /** How far what is in MkDocs's boxes is indented. */
  #indent = 0;
  /** Whether the outermost of these is titled. */
  #isTitled = false;
  /** Which of the boxes between colons are titled, the innermost last. */
  readonly #colons: boolean[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** A line without the marks of boxes; `index` is its own. */
  read(line: string, index: number): string {
    const colons = COLONS.exec(line);
    if (colons !== null) return this.#readColons(colons[1] ?? '', colons[2] ?? '', index);
    if (isBlankLine(line)) return this.#endsBelow(index) ? this.#end() : line;
    const plain = this.dedent(line);
    const mkdocs = MKDOCS.exec(plain);
    if (mkdocs === null || (CLOSE_MARK.test(plain) && !this.#isIndentedBelow(index))) return plain;
    const [, indent = '', title, tab] = mkdocs;
    const isOutermost = this.#indent === 0 && indent === '';
    this.#indent += 4;
    if (isOutermost) this.#isTitled = isOwnTitle(title ?? tab ?? '');
    return this.#titleLine(indent, title ?? tab ?? '', index);
  }

  /** Four spaces more than the mark's are the box's; without the mark they would make it code. */
  dedent(line: string): string {
    if (this.#indent === 0 || isBlankLine(line)) return line;
    const indent = /^(?: {4}|\t)*/.exec(line)?.[0] ?? '';
    const width = indent.replaceAll('\t', '    ').length;
    this.#indent = Math.min(this.#indent, width);
    return ' '.repeat(width - this.#indent) + line.slice(indent.length);
  }

  #readColons(indent: string, mark: string, index: number): string {
    if (mark.trim() === '') {
      const isTitled = this.#colons.pop() ?? false;
      return isTitled && indent === '' && this.#colons.length === 0 ? DEFINITIONS_END : indent.trimEnd();
    }
    const title = readTitle(mark);
    this.#colons.push(isOwnTitle(title));
    return this.#titleLine(indent, title, index);
  }

  /** Four columns inside what it stands in, a heading would be code, or go on with the text above. */
  #titleLine(indent: string, title: string, index: number): string {
    const next = this.#lines[index + 1] ?? '';
    const mayBeHeading =
      measureIndent(indent) < 4 || measureIndent(this.#lines[index] ?? '') - this.#insideOf(index) < 4;
    if (mayBeHeading) return renderTitleLine(indent, title, next);
    // Below a blank line it is code, in which blanks break no line.
    return renderPlainTitleLine(indent, title, isBlankLine(this.#lines[index - 1] ?? '') ? '' : next);
  }

  /** The column at which the text of the list item or the box begins that a line stands in; 0 for none. */
  #insideOf(index: number): number {
    let width = measureIndent(this.#lines[index] ?? '');
    for (const line of this.#lines.slice(Math.max(0, index - MAX_LINES_ABOVE), index).toReversed()) {
      if (isBlankLine(line)) continue;
      const inside = ITEM.exec(line)?.[0] ?? (MKDOCS.test(line) ? `${readIndent(line)}    ` : '');
      if (inside !== '' && countColumns(inside) <= width) return countColumns(inside);
      width = Math.min(width, measureIndent(line));
      if (width === 0) return 0;
    }
    return 0;
  }

  #isIndentedBelow(index: number): boolean {
    const below = this.#lines
      .slice(index + 1, index + 1 + MAX_BLANK_LINES)
      .find((line) => !isBlankLine(line));
    return below !== undefined && measureIndent(below) >= measureIndent(this.#lines[index] ?? '') + 4;
  }

  /** Whether the blank line is the last one before text that stands outside the box. */
  #endsBelow(index: number): boolean {
    if (!this.#isTitled || this.#indent === 0) return false;
    const below = this.#lines
      .slice(index + 1, index + 1 + MAX_BLANK_LINES)
      .find((line) => !isBlankLine(line));
    return below !== undefined && /^\S/.test(below);
  }

  #end(): string {
    this.#isTitled = false;
    this.#indent = 0;
    return DEFINITIONS_END;
  }
}

/** What the line of a component's tag becomes, above the line `next`. */
export function renderComponentLine({ title, isEnd }: ComponentTag, next: string): string {
  if (isEnd) return isOwnTitle(title) ? DEFINITIONS_END : '';
  return renderTitleLine('', title, next);
}

/** `tip[Title]`, `warning Title`, `{.note #id}`: the kind and the attributes are no text. */
function readTitle(mark: string): string {
  const named = mark
    .replace(/\{[^{}]*\}/g, '')
    .trim()
    .replace(/^[\w-]+/, '');
  return /^\[([^[\]]*)\]/.exec(named)?.[1] ?? named;
}

function isOwnTitle(title: string): boolean {
  return title.trim() !== '' && !KIND.test(title.trim());
}

/** A heading, or the name of a kind alone on its line, with a hard break where text follows. */
function renderTitleLine(indent: string, title: string, next: string): string {
  if (title.trim() === '') return indent.trimEnd();
  if (isOwnTitle(title)) return `${indent}###### ${TERM_MARK}${title.trim()}`;
  return renderPlainTitleLine(indent, title, next);
}

function renderPlainTitleLine(indent: string, title: string, next: string): string {
  return title.trim() === '' ? indent.trimEnd() : `${indent}${title.trim()}${isBlankLine(next) ? '' : '  '}`;
}

function readIndent(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

/** How many columns a line is indented. */
function measureIndent(line: string): number {
  return countColumns(readIndent(line));
}

function countColumns(text: string): number {
  return text.replaceAll('\t', '    ').length;
}

/** Whether nothing stands on a line but the marks of block quotes. */
export function isBlankLine(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}
