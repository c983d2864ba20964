import { countColumns, measureIndent, readIndent } from '../../text/layout/indent.ts';
import type { ComponentTag } from './component-tags.ts';
import { DEFINITIONS_END, TERM_MARK } from './definition-lists.ts';

/** `:::note`, `:::tip[Title]`, `:::warning Title`, `::: {.note}` and `:::`, of Docusaurus, VitePress and Pandoc. */
const COLONS = /^([ \t>]*):{3,}([^:].*)?$/;
/** `!!! note "Title"`, `???tip` and `=== "Tab"`, of MkDocs. The content is indented below the mark. */
const MKDOCS =
  /^([ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]*[\w-][\w \t-]*(?:"([^"\n]*)"[ \t]*)?|===[!+]?[ \t]+"([^"\n]*)"[ \t]*)$/;
/** “!!!wow” alone on a line may be text. The mark of a box is followed by a space, or has an indented line below it. */
const CLOSE_MARK = /^[ \t]*[!?]{3}\+?[\w-]/;
/** The usual names of boxes without a title of their own. */
const KIND =
  /^(?:notes?|tips?|info|warnings?|danger|caution|important|hints?|examples?|question|faq|abstract|summary|success|failure|bug|quote|details|attention|error|deprecated)[.:!]?$/i;
/** Maximum number of blank lines below a box. */
const MAX_BLANK_LINES = 3;
/** Maximum number of lines to search upwards for the list item that contains a box. */
const MAX_LINES_ABOVE = 60;
/** The mark before the text of a list item. */
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/**
 * Removes the marks of admonitions, tabs and components from lines, which must be given in order. A box's own title
 * becomes the heading of its content, as a term becomes the heading of its definitions.
 */
export class Boxes {
  readonly #lines: readonly string[];
  /** Indentation of the content of MkDocs boxes, in columns. */
  #indent = 0;
  /** Returns whether the outermost MkDocs box has a title. */
  #isTitled = false;
  /** For each open box between colons, whether it has a title; the innermost last. */
  readonly #colons: boolean[] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** Returns a line without the marks of boxes. `index` is the index of the line. */
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
    return this.#renderTitle(indent, title ?? tab ?? '', index);
  }

  /**
   * Removes the indentation of the open boxes: four columns for each. Without the mark of its box, an indented line
   * would be code.
   */
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
    return this.#renderTitle(indent, title, index);
  }

  /**
   * Renders the line of a title. Where the title is indented by four columns inside its container, it cannot be a
   * heading: it would be code, or continue the text above.
   */
  #renderTitle(indent: string, title: string, index: number): string {
    const next = this.#lines[index + 1] ?? '';
    const mayBeHeading =
      measureIndent(indent) < 4 ||
      measureIndent(this.#lines[index] ?? '') - this.#findContainerIndent(index) < 4;
    if (mayBeHeading) return renderTitleLine(indent, title, next);
    // Below a blank line it is code, where trailing spaces do not break a line.
    return renderPlainTitleLine(indent, title, isBlankLine(this.#lines[index - 1] ?? '') ? '' : next);
  }

  /** Returns the column at which the content of the list item or box around a line begins; 0 where there is none. */
  #findContainerIndent(index: number): number {
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

  /** Returns whether this blank line is the last one before text outside the box. */
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

/** Renders the line that replaces the tag of a component. `next` is the line below it. */
export function renderComponentLine({ title, isEnd }: ComponentTag, next: string): string {
  if (isEnd) return isOwnTitle(title) ? DEFINITIONS_END : '';
  return renderTitleLine('', title, next);
}

/** Reads the title of `tip[Title]`, `warning Title` or `{.note #id}`, without the kind and the attributes. */
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

/** Renders a heading. A title that only names a kind stays text, with a hard line break where text follows. */
function renderTitleLine(indent: string, title: string, next: string): string {
  if (title.trim() === '') return indent.trimEnd();
  if (isOwnTitle(title)) return `${indent}###### ${TERM_MARK}${title.trim()}`;
  return renderPlainTitleLine(indent, title, next);
}

function renderPlainTitleLine(indent: string, title: string, next: string): string {
  return title.trim() === '' ? indent.trimEnd() : `${indent}${title.trim()}${isBlankLine(next) ? '' : '  '}`;
}

/** Returns whether a line holds nothing but spaces and the marks of block quotes. */
export function isBlankLine(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}
