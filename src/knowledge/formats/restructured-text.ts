import type { FileContent } from './file-content.ts';
import { readConvertedFile } from './markdown-file.ts';

/** A line of punctuation below a heading, and perhaps above it. */
const RULE = /^([=\-~^"'`#*+.:_])\1{2,}[ \t]*$/;
/** `.. note:: Title` and `.. code-block:: js`. */
const DIRECTIVE = /^([ \t]*)\.\.[ \t]+([\w-][\w:-]{0,59}?)::(?!:)([^\n]*)$/;
/** `.. _anchor:` and comments, with the indented text below. */
const EXPLICIT = /^([ \t]*)\.\.(?:[ \t]|$)/;
const CODE = new Set(['code', 'code-block', 'sourcecode', 'parsed-literal', 'highlight', 'prompt']);
const INCLUDES = new Set(['include', 'literalinclude']);
const SHOWN = new Set(
  'admonition attention caution danger error hint important note tip warning seealso versionadded versionchanged deprecated topic sidebar rubric container list-table'.split(
    ' ',
  ),
);
/** `:Field: text`. */
const FIELD = /^:([^:`\n]{1,60}):(?:[ \t]+(\S.*))?$/;
/** A line that may have an indented line below it, but is not a term. */
const NO_TERM = /^[ \t]*(?:[-*+•|][ \t]|\(?(?:\d{1,9}|#|[A-Za-z])[.)][ \t]|[=+|]|:|\.\.|$)/;
const LONG = 2_000;

/** Reads a reStructuredText file. */
export function readRestructuredTextFile(text: string, path: string): FileContent {
  return readConvertedFile(text, path, convertRestructuredText);
}

/**
 * Converts basic reStructuredText to Markdown: headings, admonitions, code, links, roles and lists. Leaves out
 * comments, anchors, options and directives that show no text of their own. Calls `onInclude` with the line of each
 * directive that includes a file.
 */
export function convertRestructuredText(text: string, onInclude: (line: number) => void): string {
  return new Converter(text.split('\n'), 1, onInclude).convertPage().join('\n');
}

class Converter {
  readonly #lines: readonly string[];
  /** The rules in the order of their first use, which gives the ranks of headings. */
  readonly #ranks: string[] = [];
  /** True while converting a whole page. */
  #isPage = false;
  /** True while only fields were read. Fields at the start describe the page and are not shown. */
  #isAtStart = false;

  readonly #firstLine: number;
  readonly #onInclude: (line: number) => void;

  constructor(lines: readonly string[], firstLine: number, onInclude: (line: number) => void) {
    this.#lines = lines;
    this.#firstLine = firstLine;
    this.#onInclude = onInclude;
  }

  /** Converts a whole page. */
  convertPage(): readonly string[] {
    this.#isPage = true;
    this.#isAtStart = true;
    return this.convertLines();
  }

  convertLines(): readonly string[] {
    const result: string[] = [];
    for (let index = 0; index < this.#lines.length; ) index = this.#read(index, result);
    return result;
  }

  /** Creates a converter for inner lines. The first of them has the index `index`. */
  #createConverter(lines: readonly string[], index: number): Converter {
    return new Converter(lines, this.#firstLine + index, this.#onInclude);
  }

  /** Converts the element that begins on a line. Returns the index of the line after it. */
  #read(index: number, into: string[]): number {
    const line = this.#lines[index] ?? '';
    this.#isAtStart &&= line.trim() === '' || FIELD.test(line);
    const heading = this.#readHeading(index);
    if (heading !== null) {
      into.push(heading.markdown, ...Array.from({ length: heading.lines - 1 }, () => ''));
      return index + heading.lines;
    }
    if (line.length > LONG) {
      into.push(line);
      return index + 1;
    }
    const directive = DIRECTIVE.exec(line);
    if (directive !== null) return this.#readDirective(index, directive, into);
    if (EXPLICIT.test(line)) return this.#skip(index, into);
    if (line.trimEnd().endsWith('::') && this.#countBlanksBelow(index) > countBlanksBefore(line)) {
      // “Text::” shows a colon, “Text ::” shows none.
      const text = line.trimEnd().slice(0, -2);
      into.push(convertInline(/\S$/.test(text) ? `${text}:` : text.trimEnd()));
      return this.#readCode(index + 1, countBlanksBefore(line), into);
    }
    if (this.#isTerm(index)) return this.#readDefinition(index, into);
    const [whole, field = '', text] = FIELD.exec(line) ?? [];
    if (whole !== undefined) into.push(...this.#renderField(field, text ?? ''));
    else into.push(convertInline(line));
    return index + 1;
  }

  #renderField(field: string, text: string): readonly string[] {
    if (this.#isAtStart) return [''];
    if (!this.#isPage || text === '') return [`${convertInline(field)}: ${convertInline(text)}`.trimEnd()];
    return ['', convertInline(field), `:   ${convertInline(text)}`];
  }

  /** Returns whether the indented text right below a line defines it. */
  #isTerm(index: number): boolean {
    const [before = '', line = '', next = ''] = [-1, 0, 1].map((by) => this.#lines[index + by] ?? '');
    const begins = before.trim() === '' || countBlanksBefore(before) > countBlanksBefore(line);
    return (
      begins && next.trim() !== '' && countBlanksBefore(next) > countBlanksBefore(line) && !NO_TERM.test(line)
    );
  }

  /** Converts a definition to the syntax of Markdown's dialects. */
  #readDefinition(index: number, into: string[]): number {
    const indent = ' '.repeat(countBlanksBefore(this.#lines[index] ?? ''));
    const until = this.#findIndentedEnd(index + 1, indent.length);
    const width = this.#countBlanksBelow(index);
    const inside = this.#lines
      .slice(index + 1, until)
      .map((line) => line.slice(Math.min(width, countBlanksBefore(line))));
    const lines = this.#createConverter(inside, index + 1).convertLines();
    const [first = '', ...more] = lines.slice(
      Math.max(
        0,
        lines.findIndex((line) => line.trim() !== ''),
      ),
    );
    into.push('', convertInline(this.#lines[index] ?? ''), `${indent}:   ${first}`);
    into.push(...more.map((line) => (line === '' ? '' : `${indent}    ${line}`)), '');
    return until;
  }

  #readHeading(index: number): { readonly markdown: string; readonly lines: number } | null {
    const [first = '', second = '', third = ''] = this.#lines.slice(index, index + 3);
    const over = RULE.exec(first)?.[1];
    if (over !== undefined && second.trim() !== '' && RULE.exec(third)?.[1] === over)
      return { markdown: this.#renderHeading(`${over}${over}`, second), lines: 3 };
    const under = RULE.exec(second)?.[1];
    const isText = first.trim() !== '' && /^\S/.test(first) && over === undefined;
    if (under === undefined || !isText || second.trimEnd().length < first.trimEnd().length) return null;
    return { markdown: this.#renderHeading(under, first), lines: 2 };
  }

  #renderHeading(rule: string, text: string): string {
    if (!this.#ranks.includes(rule)) this.#ranks.push(rule);
    return `${'#'.repeat(Math.min(6, this.#ranks.indexOf(rule) + 1))} ${convertInline(text.trim())}`;
  }

  #readDirective(
    index: number,
    [, indent = '', name = '', argument = '']: RegExpExecArray,
    into: string[],
  ): number {
    if (INCLUDES.has(name)) {
      this.#onInclude(this.#firstLine + index);
      return this.#skip(index, into);
    }
    if (CODE.has(name)) {
      into.push('');
      return this.#readCode(this.#skipOptions(index + 1, into), indent.length, into);
    }
    if (!SHOWN.has(name)) return this.#skip(index, into);
    into.push(argument.trim() === '' ? '' : `${indent}${convertInline(argument.trim())}`);
    const from = this.#skipOptions(index + 1, into);
    const width = this.#countBlanksBelow(from - 1);
    const until = this.#findIndentedEnd(from, indent.length);
    const inside = this.#lines
      .slice(from, until)
      .map((line) => line.slice(Math.min(width, countBlanksBefore(line))));
    into.push(
      ...this.#createConverter(inside, from)
        .convertLines()
        .map((line) => (line === '' ? '' : indent + line)),
    );
    return until;
  }

  /** Skips the `:name: value` lines right below a directive. */
  #skipOptions(from: number, into: string[]): number {
    let index = from;
    for (; /^[ \t]+:[\w-]{1,60}:/.test((this.#lines[index] ?? '').slice(0, LONG)); index += 1) into.push('');
    return index;
  }

  /** Converts lines that are indented by more than `outer` to a code block. */
  #readCode(from: number, outer: number, into: string[]): number {
    const until = this.#findIndentedEnd(from, outer);
    const code = this.#lines.slice(from, until);
    const first = code.findIndex((line) => line.trim() !== '');
    if (first < 0) return from;
    const width = code.reduce(
      (least, line) => (line.trim() === '' ? least : Math.min(least, countBlanksBefore(line))),
      LONG,
    );
    const lines = code.slice(first).map((line) => line.slice(Math.min(width, countBlanksBefore(line))));
    into.push(...code.slice(0, first), '````', ...lines, '````');
    return until;
  }

  #skip(index: number, into: string[]): number {
    const until = this.#findIndentedEnd(index + 1, countBlanksBefore(this.#lines[index] ?? ''));
    for (let line = index; line < until; line += 1) into.push('');
    return until;
  }

  /** Returns the index after the lines that are indented by more than `width`, including blank lines between them. */
  #findIndentedEnd(from: number, width: number): number {
    let end = from;
    for (let index = from; index < this.#lines.length; index += 1) {
      const line = this.#lines[index] ?? '';
      if (line.trim() === '') continue;
      if (countBlanksBefore(line) <= width) break;
      end = index + 1;
    }
    return end;
  }

  /** Returns the indentation of the next line with text. */
  #countBlanksBelow(index: number): number {
    const next = this.#lines.slice(index + 1, index + 20).find((line) => line.trim() !== '');
    return next === undefined ? 0 : countBlanksBefore(next);
  }
}

/** Converts inline marks: ``code``, `words <address>`_, :role:`words`, `words`_ and |name|. */
function convertInline(line: string): string {
  return line
    .replace(/``([^`\n]{1,500})``/g, '`$1`')
    .replace(/:[\w:+.-]{1,60}:`([^`<\n]{1,500}?)[ \t]*<[^`>\n]{0,500}>`/g, '$1')
    .replace(/:[\w:+.-]{1,60}:`~?([^`\n]{1,500})`/g, '$1')
    .replace(/`([^`<\n]{1,500}?)[ \t]*<([^`>\n]{1,1000})>`__?/g, '[$1]($2)')
    .replace(/`([^`\n]{1,500})`__?(?!\w)/g, '$1')
    .replace(/^([ \t]*)#\.[ \t]/, '$11. ');
}

/** Counts the characters before the text of a line, where a tab counts as one. */
function countBlanksBefore(line: string): number {
  return line.length - line.trimStart().length;
}
