import { measureIndent } from '../../text/layout/indent.ts';
/**
 * The mark before a term that has become a heading: one mark for the first term of a definition, two for the second.
 */
export const TERM_MARK = '\ufdd3';
/** A line that marks the end of the last definition. */
export const DEFINITIONS_END = `<!--${TERM_MARK}-->`;

/** `: definition`, of PHP Markdown Extra, Kramdown, Hugo and MkDocs. */
const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/;
/** A line that does not begin another block. */
const TERM = /^ {0,3}(?![-*+][ \t]|\d{1,9}[.)][ \t]|[#>|<:`]|\[\^|={2}|-{2}|!\[|\s)(\S.{0,199})$/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
/** More lines than this above a definition form a paragraph. */
const MAX_TERMS = 3;
/** Indentation, in columns, of further lines of a definition. Code in a definition is indented by as much again. */
const MIN_INDENT = 2;
const MAX_INDENT = 4;

/** A line of Markdown. `isCode` is true for the lines of a code block, including its fences. */
export interface MarkdownLine {
  readonly text: string;
  readonly isCode: boolean;
}

/** Returns whether a text can hold definitions. Most texts hold none. */
export function canHoldDefinitions(markdown: string): boolean {
  return /^ {0,3}:[ \t]+\S/m.test(markdown);
}

/**
 * Turns each term with definitions into a heading of depth six that begins with a mark, and puts {@link
 * DEFINITIONS_END} below the last definition. The number of lines stays the same.
 */
export function turnTermsIntoHeadings(lines: readonly MarkdownLine[]): readonly string[] {
  return new Definitions(lines).read();
}

class Definitions {
  readonly #lines: readonly MarkdownLine[];
  readonly #result: string[] = [];
  #isOpen = false;
  /** Indentation of further lines of the definition, in columns; null until it is known. */
  #inside: number | null = null;

  constructor(lines: readonly MarkdownLine[]) {
    this.#lines = lines;
  }

  read(): readonly string[] {
    for (const index of this.#lines.keys()) this.#result.push(this.#readLine(index));
    return this.#result;
  }

  #readLine(index: number): string {
    const { text, isCode } = this.#getLine(index);
    if (text.trim() === '') return text;
    const indent = measureIndent(text);
    if (this.#isOpen && indent >= MIN_INDENT) return this.#dedent(text, indent);
    const definition = isCode ? undefined : DEFINITION.exec(text)?.[0];
    if (definition !== undefined && this.#openTermsAbove(index)) {
      this.#isOpen = true;
      this.#inside = null;
      return text.slice(definition.length);
    }
    if (this.#isOpen && this.#endsBefore(index)) this.#end(index);
    return text;
  }

  /** Turns the terms above a definition into headings. Returns whether the definition has any, here or further up. */
  #openTermsAbove(index: number): boolean {
    if (this.#isOpen) {
      // Without a blank line between them, a term follows the definition of the term before.
      if (this.#isTerm(index - 1) && this.#isDefinition(index - 2)) this.#openTerms(index - 2, index - 1);
      return true;
    }
    const last = this.#isBlank(index - 1) ? index - 2 : index - 1;
    let above = last;
    while (last - above < MAX_TERMS && this.#isTerm(above)) above -= 1;
    const begins = above < 0 || this.#isBlank(above) || HEADING.test(this.#getLine(above).text);
    if (above === last || !begins) return false;
    this.#openTerms(above, last);
    return true;
  }

  /** Turns the lines after `above`, up to and including `last`, into headings. */
  #openTerms(above: number, last: number): void {
    for (let index = above + 1; index <= last; index += 1)
      this.#result[index] = renderHeading(this.#getLine(index).text, index - above);
  }

  #isDefinition(index: number): boolean {
    const { text } = this.#getLine(index);
    return DEFINITION.test(text) || measureIndent(text) >= MIN_INDENT;
  }

  #isTerm(index: number): boolean {
    const { text, isCode } = this.#getLine(index);
    return !isCode && TERM.test(text);
  }

  #isBlank(index: number): boolean {
    return this.#getLine(index).text.trim() === '';
  }

  #getLine(index: number): MarkdownLine {
    return this.#lines[index] ?? NO_LINE;
  }

  /** Returns whether a line without indentation, which is not a definition, lies outside the definition above. */
  #endsBefore(index: number): boolean {
    return this.#isBlank(index - 1) || HEADING.test(this.#getLine(index).text);
  }

  /**
   * Replaces a blank line at the end of the definitions with their end mark. A heading needs no mark: it ends them
   * itself.
   */
  #end(index: number): void {
    this.#isOpen = false;
    if (this.#isBlank(index - 1)) this.#result[index - 1] = DEFINITIONS_END;
  }

  #dedent(text: string, indent: number): string {
    this.#inside ??= Math.min(indent, MAX_INDENT);
    return ' '.repeat(Math.max(0, indent - this.#inside)) + text.trimStart();
  }
}

const NO_LINE: MarkdownLine = { text: '', isCode: false };

function renderHeading(term: string, number: number): string {
  return `###### ${TERM_MARK.repeat(number)}${term.trim()}`;
}
