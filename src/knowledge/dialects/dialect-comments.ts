/** A line of a Markdown text with its index. */
export interface DialectLine {
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
export class DialectComments {
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
