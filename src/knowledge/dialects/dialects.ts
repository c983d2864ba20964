import { Boxes, isBlankLine, renderComponentLine } from './boxes.ts';
import { ComponentTags } from './component-tags.ts';
import { canHoldDefinitions, type MarkdownLine, turnTermsIntoHeadings } from './definition-lists.ts';
import { removeInlineDialects } from './inline-dialects.ts';

/** Returns whether a text can hold any of the syntax below. Most texts hold none. */
const DIALECT =
  /%%|\{[/#%:.{]|\{[ \t]+[#.]|\[\[|^(?:import|export)\s|^[ \t>]*:::|^[ \t]*(?:!!!|\?\?\?|===)|^[ \t]*<\/?[A-Z]/m;

/** The fence of a code block, after the marks of lists and quotes. */
const FENCE = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,}(?!~))([^\n]*)$/;
const IMPORT = /^import\s+(?:[\w$*{},\s]+\s+from\s+)?(['"])[^'"]*\1\s*;?\s*$/;
const EXPORT =
  /^export\s+(?:(?:const|let|var)\s+[\w${[][^=]*=|(?:async\s+)?function\b[^(]*\(|class\s+\w+[^{]*\{|default\s+(?:[\w.$]+\s*;?\s*$|\(|\{|function\b|class\b)|\{[^}]*\}(?:\s*from\b)?|\*\s+from\b)/;
/** The patterns above may take time with the square of a line's length. Real marks are on short lines. */
const MAX_MARK_CHARS = 300;

/**
 * Removes Markdown syntax that readers of its dialect do not see. These are the comments of Obsidian, Jinja and MDX,
 * the `import` and `export` of MDX, and attributes. The marks of admonitions, tabs, components and shortcodes go, too,
 * but their titles and text stay. Terms with definitions become headings. The number of lines and all code stay the
 * same.
 */
export function removeDialects(markdown: string): string {
  const plain = DIALECT.test(markdown) ? removeMarks(removeComments(markdown)) : markdown;
  return canHoldDefinitions(plain) ? turnDefinitions(plain) : plain;
}

/** Replaces each line with the result of `onLine`. */
function mapLines(lines: readonly string[], onLine: (line: DialectLine) => string): string[] {
  let fence: string | null = null;
  return lines.map((line, index) => {
    const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
    const isCode = fence !== null || marks !== '';
    if (fence === null) fence = marks === '' ? null : marks;
    else if (marks.startsWith(fence) && info.trim() === '') fence = null;
    return onLine({ line, index, isCode });
  });
}

function turnDefinitions(markdown: string): string {
  const lines: MarkdownLine[] = [];
  mapLines(markdown.split('\n'), ({ line, isCode }) => {
    lines.push({ text: line, isCode });
    return line;
  });
  return turnTermsIntoHeadings(lines).join('\n');
}

function removeComments(markdown: string): string {
  const lines = markdown.split('\n');
  const comments = new DialectComments(lines);
  return mapLines(lines, (line) => comments.remove(line)).join('\n');
}

function removeMarks(markdown: string): string {
  const lines = markdown.split('\n');
  const boxes = new Boxes(lines);
  const components = new ComponentTags(lines);
  const statements = new Statements();
  return mapLines(lines, ({ index, isCode }) => {
    const read = components.read(index, isCode);
    if ('title' in read) {
      statements.end();
      return renderComponentLine(read, lines[index + 1] ?? '');
    }
    const { text } = read;
    if (isCode) return boxes.dedent(text);
    if (text.length > MAX_MARK_CHARS) return removeInlineDialects(boxes.dedent(text));
    return statements.accept(text) ? '' : removeInlineDialects(boxes.read(text, index));
  }).join('\n');
}

/** Recognises MDX's `import` and `export`. An `export` extends to the next blank line. */
class Statements {
  #isExport = false;
  #isFirst = true;

  /** Returns whether the next line is part of a statement. */
  accept(line: string): boolean {
    const isFirst = this.#isFirst;
    this.#isFirst = isBlankLine(line);
    if (this.#isFirst) this.#isExport = false;
    if (this.#isExport || (isFirst && EXPORT.test(line))) {
      this.#isExport = true;
      return true;
    }
    const isImport = IMPORT.test(line);
    if (isImport) this.#isFirst = true;
    return isImport;
  }

  /** Ends the current statement, because something else follows. */
  end(): void {
    this.#isExport = false;
    this.#isFirst = true;
  }
}

/** A line of a Markdown text with its index. */
interface DialectLine {
  readonly line: string;
  readonly index: number;
  /** True for the lines of a code block, including its fences. */
  readonly isCode: boolean;
}

interface Comment {
  readonly start: string;
  readonly end: string;
}

const OBSIDIAN: Comment = { start: '%%', end: '%%' };
const MDX: Comment = { start: '{/*', end: '*/}' };
/** `{# … #}`, of Jinja, Nunjucks and Twig. “{#anchor}” is not a comment. */
const JINJA: Comment = { start: '{#', end: '#}' };
const COMMENTS = [OBSIDIAN, MDX, JINJA];
/** Inline code or the start of a comment, whichever comes first. “100%%” is text. */
const COMMENT_OR_CODE =
  /(?<!`)(`+)(?!`)(?:.{0,999}?[^`])\1(?!`)|(?<![\d%])%%(?!%)|\{\/\*|\{#(?![\w-]{1,200}\})/g;
/** Where no comment of a line is closed, the search for their ends takes time with the square of the line's length. */
const MAX_CHARS = 20_000;

/**
 * Removes Obsidian's `%%…%%`, MDX's `{/* … *\/}` and Jinja's `{# … #}` from lines, which must be given in order. A
 * comment that is never closed is text.
 */
class DialectComments {
  readonly #lastEnds: ReadonlyMap<Comment, number>;
  #open: Comment | null = null;

  constructor(lines: readonly string[]) {
    const lastEndOf = ({ end }: Comment): number => lines.findLastIndex((line) => line.includes(end));
    this.#lastEnds = new Map(COMMENTS.map((comment) => [comment, lastEndOf(comment)]));
  }

  remove(given: DialectLine): string {
    const { line, isCode } = given;
    if (this.#open === null && (isCode || line.length > MAX_CHARS)) return line;
    let kept = '';
    let from = 0;
    while (true) {
      if (this.#open === null) {
        const start = this.#findNextStart(given, from);
        if (start === null) return kept + line.slice(from);
        kept += line.slice(from, start.at);
        from = start.at + start.comment.start.length;
        this.#open = start.comment;
      }
      const end = line.indexOf(this.#open.end, from);
      if (end < 0) return kept;
      from = end + this.#open.end.length;
      if (kept.endsWith(' ') && line[from] === ' ') from += 1;
      this.#open = null;
    }
  }

  #findNextStart(
    { line, index }: DialectLine,
    from: number,
  ): { readonly comment: Comment; readonly at: number } | null {
    for (const { 0: found, index: at } of line.slice(from).matchAll(COMMENT_OR_CODE)) {
      const comment = COMMENTS.find(({ start }) => start === found);
      if (comment === undefined) continue;
      const isClosed = line.includes(comment.end, from + at + comment.start.length);
      // A comment of several lines must begin its line.
      const goesOn = /^[ \t>]*$/.test(line.slice(0, from + at)) && (this.#lastEnds.get(comment) ?? 0) > index;
      if (isClosed || goesOn) return { comment, at: from + at };
    }
    return null;
  }
}
