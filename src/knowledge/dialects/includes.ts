/** `--8<-- "file"`, of MkDocs, alone on its line. Between two bare marks, each line names a file. */
const SNIPPET = /^[ \t>]*-{1,8}8<-{1,8}(?:[ \t]+(.{1,300}))?$/;
/** `[start:name]` and `[end:name]` mark a section for other files. */
const SNIPPET_SECTION = /^\[[ \t]*(?:start|end)\b/;
/** `{{#include file}}` and similar, of mdBook. `\{{#include file}}` and `` `{{#include file}}` `` are shown as text. */
const MDBOOK =
  /(?<![\\`])\{\{#(?:include|rustdoc_include|playground|playpen|template)[ \t][^{}\n]{1,300}\}\}/g;
/** The title of the browser window, of mdBook. */
const MDBOOK_TITLE = /^[ \t]*\{\{#title[ \t][^{}\n]{1,300}\}\}[ \t]*$/;
/** `<!--@include: file-->` and `<<< file`, of VitePress. */
const VITEPRESS = /^[ \t>]*(?:<!--[ \t]*@include:[^\n]{1,300}-->|<<<[ \t]+[@./][^\n]{0,299}\S)[ \t]*$/;
/** Returns whether a text can hold any of these. Most texts hold none. */
const MARKED = /8<-|\{\{#|@include:|^[ \t>]*<<<[ \t]/m;
/** Longer lines include nothing. */
const MAX_CHARS = 2_000;

/** A text without its includes. */
export interface TextWithoutIncludes {
  readonly markdown: string;
  /** The lines of the includes, from 1, in order. */
  readonly lines: readonly number[];
}

/**
 * Removes includes of other files from Markdown, even inside code, because the included text is unknown. The number of
 * lines stays the same.
 */
export function removeIncludes(markdown: string): TextWithoutIncludes {
  if (!MARKED.test(markdown)) return { markdown, lines: [] };
  const found: number[] = [];
  const snippets = new Snippets(markdown.split('\n'));
  const lines = markdown.split('\n').map((line, index) => {
    if (line.length > MAX_CHARS) return line;
    const isSnippet = snippets.classify(line, index);
    if (isSnippet === 'mark' || MDBOOK_TITLE.test(line)) return '';
    const rest = isSnippet || VITEPRESS.test(line) ? '' : line.replace(MDBOOK, '');
    if (rest !== line) found.push(index + 1);
    return rest;
  });
  return { markdown: lines.join('\n'), lines: found };
}

/** Recognises the snippet lines of MkDocs. The lines must be given in order. */
class Snippets {
  readonly #lastBare: number;
  #isOpen = false;

  constructor(lines: readonly string[]) {
    this.#lastBare = lines.findLastIndex((line) => isBare(line));
  }

  /** Returns true for an include, and `mark` for a line that includes nothing and is not shown either. */
  classify(line: string, index: number): boolean | 'mark' {
    if (isBare(line)) {
      const wasOpen = this.#isOpen;
      this.#isOpen = !wasOpen && this.#lastBare > index;
      return wasOpen || !this.#isOpen ? 'mark' : true;
    }
    if (this.#isOpen) return line.trim() === '' ? false : 'mark';
    const what = line.length > MAX_CHARS ? undefined : SNIPPET.exec(line)?.[1];
    if (what === undefined) return false;
    return SNIPPET_SECTION.test(what) ? 'mark' : true;
  }
}

function isBare(line: string): boolean {
  return line.length < 100 && /^[ \t>]*-{1,8}8<-{1,8}[ \t]*$/.test(line);
}
