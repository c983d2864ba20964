/** What stands before a term where it has become a heading: one for the first of its definitions' terms, two for the second. */
export const TERM_MARK = '\ufdd3';
/** Stands alone on a line below the last definition. */
export const DEFINITIONS_END = `<!--${TERM_MARK}-->`;

/** `: definition`, of PHP Markdown Extra, Kramdown, Hugo and MkDocs. */
const DEFINITION = /^ {0,3}:[ \t]+(?=\S)/;
/** A line that begins no other block. */
const TERM = /^ {0,3}(?![-*+][ \t]|\d{1,9}[.)][ \t]|[#>|<:`]|\[\^|={2}|-{2}|!\[|\s)(\S.{0,199})$/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
/** More lines above a definition are a paragraph. */
const MAX_TERMS = 3;
/** A definition goes on in lines that are indented by so much, and code in it by as much again. */
const MIN_INDENT = 2;
const MAX_INDENT = 4;

/** A line of Markdown, and whether it is one of a code block, fences included. */
export interface MarkdownLine {
  readonly text: string;
  readonly isCode: boolean;
}

/** Whether a text may hold definitions; most hold none. */
export function canHoldDefinitions(markdown: string): boolean {
  return /^ {0,3}:[ \t]+\S/m.test(markdown);
}

/**
 * Lines of Markdown in which terms with definitions are headings of depth six with a mark before them, and {@link DEFINITIONS_END} stands
 * below the last definition. Every line stays on its own line.
 */
export function turnTermsIntoHeadings(lines: readonly MarkdownLine[]): readonly string[] {
  return new Definitions(lines).read();
}

class Definitions {
  readonly #lines: readonly MarkdownLine[];
  readonly #result: string[] = [];
  #isOpen = false;
  /** How far what goes on with the definition is indented; null until that is known. */
  #inside: number | null = null;

  constructor(lines: readonly MarkdownLine[]) {
    this.#lines = lines;
  }

  read(): readonly string[] {
    for (const index of this.#lines.keys()) this.#result.push(this.#readLine(index));
    return this.#result;
  }

  #readLine(index: number): string {
    const { text, isCode } = this.#at(index);
    if (text.trim() === '') return text;
    const indent = measureIndent(text);
    if (this.#isOpen && indent >= MIN_INDENT) return this.#dedented(text, indent);
    const definition = isCode ? undefined : DEFINITION.exec(text)?.[0];
    if (definition !== undefined && this.#openTermsAbove(index)) {
      this.#isOpen = true;
      this.#inside = null;
      return text.slice(definition.length);
    }
    if (this.#isOpen && this.#endsBefore(index)) this.#end(index);
    return text;
  }

  /** Makes headings of the terms that stand above a definition; says whether it has any, there or further above. */
  #openTermsAbove(index: number): boolean {
    if (this.#isOpen) {
      // Without a blank line before it, a term follows the definition of the one before.
      if (this.#isTerm(index - 1) && this.#isDefinition(index - 2)) this.#openTerms(index - 2, index - 1);
      return true;
    }
    const last = this.#isBlank(index - 1) ? index - 2 : index - 1;
    let above = last;
    while (last - above < MAX_TERMS && this.#isTerm(above)) above -= 1;
    const begins = above < 0 || this.#isBlank(above) || HEADING.test(this.#at(above).text);
    if (above === last || !begins) return false;
    this.#openTerms(above, last);
    return true;
  }

  /** Makes headings of the lines behind `above` up to `last`. */
  #openTerms(above: number, last: number): void {
    for (let index = above + 1; index <= last; index += 1)
      this.#result[index] = renderHeading(this.#at(index).text, index - above);
  }

  #isDefinition(index: number): boolean {
    const { text } = this.#at(index);
    return DEFINITION.test(text) || measureIndent(text) >= MIN_INDENT;
  }

  #isTerm(index: number): boolean {
    const { text, isCode } = this.#at(index);
    return !isCode && TERM.test(text);
  }

  #isBlank(index: number): boolean {
    return this.#at(index).text.trim() === '';
  }

  #at(index: number): MarkdownLine {
    return this.#lines[index] ?? NO_LINE;
  }

  /** Whether the text on a line without indentation, no definition, is none of the definition's above. */
  #endsBefore(index: number): boolean {
    return this.#isBlank(index - 1) || HEADING.test(this.#at(index).text);
  }

  /** A blank line before the end of the definitions becomes the mark of it; a heading ends them by itself. */
  #end(index: number): void {
    this.#isOpen = false;
    if (this.#isBlank(index - 1)) this.#result[index - 1] = DEFINITIONS_END;
  }

  #dedented(text: string, indent: number): string {
    this.#inside ??= Math.min(indent, MAX_INDENT);
    return ' '.repeat(Math.max(0, indent - this.#inside)) + text.trimStart();
  }
}

const NO_LINE: MarkdownLine = { text: '', isCode: false };

function renderHeading(term: string, number: number): string {
  return `###### ${TERM_MARK.repeat(number)}${term.trim()}`;
}

/** How many columns a line is indented. */
function measureIndent(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}
