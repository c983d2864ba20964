import { Boxes, isBlankLine, renderComponentLine } from './boxes.ts';
import { ComponentTags } from './component-tags.ts';
import { canHoldDefinitions, type MarkdownLine, turnTermsIntoHeadings } from './definition-lists.ts';
import { DialectComments, type DialectLine } from './dialect-comments.ts';
import { removeInlineDialects } from './inline-dialects.ts';

/** Tells whether a text can hold any of the syntax below. Most texts hold none. */
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

  /** Tells whether the next line is part of a statement. */
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
