import type { FileContent } from './file-content.ts';
import { readConvertedFile } from './markdown-file.ts';

/** `.Title` above a block. */
const BLOCK_TITLE = /^\.(?![ .])(.{1,300})$/;
const HEADING = /^(={1,6})[ \t]+(\S.*)$/;
/** `:name: value`, `//` comments, `[source,js]`, anchors and includes: readers see nothing of them. */
const UNSEEN =
  /^(?::!?[\w-]{1,60}!?:(?:[ \t]|$)|\/\/(?!\/)|\[\[[^\]]{0,300}\]\][ \t]*$|\[[^\]\n]{0,300}\][ \t]*$|(?:ifdef|ifndef|endif|toc|image|video|audio)::)/;
/** `term:: definition`, or the term alone with its definition below. */
const TERM = /^[ \t]*([^\s:][^\n]{0,200}?):{2,4}(?:[ \t]+(\S.*))?$/;
/** Includes work inside code, too. `\\include::` is shown as text. */
const INCLUDE = /^include::[^\s[][^[\n]{0,500}\[/;
const LABEL = /^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+/;
const BULLETS = /^[ \t]*(\*{1,5}|-)[ \t]+/;
const NUMBERS = /^[ \t]*(\.{1,5})[ \t]+/;
/** The fences of blocks that stay unchanged, and of other blocks, whose text is read. */
const CODE_FENCE = /^(?:-{4,}|\.{4,}|`{3,})[ \t]*$/;
const COMMENT_FENCE = /^\/{4,}[ \t]*$/;
const OTHER_FENCE = /^(?:={4,}|\*{4,}|_{4,}|--|\+{4,})[ \t]*$/;
const TABLE = /^\|={3,}[ \t]*$/;
const LONG = 2_000;
/** Replaces a line that produces no output. */
const SKIPPED = '\0';

/** Reads an AsciiDoc file. */
export function readAsciiDocFile(text: string, path: string): FileContent {
  return readConvertedFile(text, path, convertAsciiDoc);
}

/**
 * Converts basic AsciiDoc to Markdown: headings, lists, admonitions, code, tables with one row on each line, and
 * links. Leaves out comments, attributes and includes. Calls `onInclude` with the line of each include.
 */
export function convertAsciiDoc(text: string, onInclude: (line: number) => void): string {
  const state: State = { fence: null, isTable: false, rows: 0, isBelowTerm: false };
  return text
    .split('\n')
    .map((line, index) => {
      if (!INCLUDE.test(line)) return convertLine(line, state);
      if (!COMMENT_FENCE.test(state.fence ?? '')) onInclude(index + 1);
      return SKIPPED;
    })
    .filter((line) => line !== SKIPPED)
    .join('\n');
}

interface State {
  /** The line that ends the open code or comment; null outside both. */
  fence: string | null;
  isTable: boolean;
  rows: number;
  /** True below a term whose definition is still to come. */
  isBelowTerm: boolean;
}

function convertLine(line: string, state: State): string {
  const trimmed = line.trimEnd();
  if (state.fence !== null) return readFenced(line, trimmed, state);
  if (line.length > LONG) return line;
  if (COMMENT_FENCE.test(line) || CODE_FENCE.test(line)) {
    state.fence = trimmed;
    return COMMENT_FENCE.test(line) ? '' : '````';
  }
  if (TABLE.test(line)) {
    state.isTable = !state.isTable;
    state.rows = 0;
    return '';
  }
  if (state.isTable) return convertRow(line, state);
  if (OTHER_FENCE.test(line) || UNSEEN.test(line)) return '';
  return readTerm(trimmed, state) ?? readText(line);
}

/** Converts a term and its definition to the syntax of Markdown's dialects. Returns null for any other line. */
function readTerm(line: string, state: State): string | null {
  const { isBelowTerm } = state;
  // Markdown allows one blank line there.
  if (isBelowTerm && line === '') return SKIPPED;
  const [whole, term = '', definition] = TERM.exec(line) ?? [];
  state.isBelowTerm = whole !== undefined && definition === undefined;
  const above = isBelowTerm ? '' : '\n';
  if (whole === undefined) return isBelowTerm && !HEADING.test(line) ? `:   ${readText(line)}` : null;
  const words = above + convertInline(term);
  return definition === undefined ? words : `${words}\n:   ${convertInline(definition)}`;
}

function readFenced(line: string, trimmed: string, state: State): string {
  const isComment = COMMENT_FENCE.test(state.fence ?? '');
  if (trimmed !== state.fence) return isComment ? '' : line;
  state.fence = null;
  return isComment ? '' : '````';
}

/**
 * Converts a row with all its cells on one line; the first row is the head. The rest of a longer row is put below the
 * table.
 */
function convertRow(line: string, state: State): string {
  // A blank line would end the table.
  if (line.trim() === '') return SKIPPED;
  if (!line.startsWith('|')) return `\n${convertInline(line)}\n`;
  const cells = line
    .slice(1)
    .split('|')
    .map((cell) => convertInline(cell.trim()));
  state.rows += 1;
  const row = `| ${cells.join(' | ')} |`;
  return state.rows === 1 ? `${row}\n|${'---|'.repeat(cells.length)}` : row;
}

function readText(line: string): string {
  const [, marks = '', heading = ''] = HEADING.exec(line) ?? [];
  if (marks !== '') return `${'#'.repeat(marks.length)} ${convertInline(heading)}`;
  const title = BLOCK_TITLE.exec(line)?.[1];
  if (title !== undefined) return convertInline(title);
  return convertInline(
    line
      .replace(LABEL, '')
      .replace(BULLETS, (_, bullets: string) => `${'  '.repeat(bullets.length - 1)}- `)
      .replace(NUMBERS, (_, dots: string) => `${'   '.repeat(dots.length - 1)}1. `)
      .replace(/^\+$/, ''),
  );
}

/**
 * Converts `link:address[words]`, `https://address[words]`, `xref:place[words]`, `<<place,words>>` and `kbd:[Ctrl]`.
 */
function convertInline(text: string): string {
  return text
    .replace(/link:([^\s[\]]{1,1000})\[([^\]\n]{0,500})\]/g, '[$2]($1)')
    .replace(/(?<![(\w])(https?:\/\/[^\s[\]]{1,1000})\[([^\]\n]{1,500}?)\^?\]/g, '[$2]($1)')
    .replace(/xref:[^\s[\]]{1,500}\[([^\]\n]{0,500})\]/g, '$1')
    .replace(/<<[^,>\n]{1,300},[ \t]*([^>\n]{1,300})>>/g, '$1')
    .replace(/(?:kbd|btn|menu):[^\s[\]]{0,100}\[([^\]\n]{1,200})\]/g, '$1')
    .replace(/(?<![\w*])\*(?![\s*])([^*\n]{1,500})\*(?![\w*])/g, '**$1**');
}
