/** `--8<-- "file"`, of MkDocs, alone on its line. Between two bare ones stand the names of files. */
const SNIPPET = /^[ \t>]*-{1,8}8<-{1,8}(?:[ \t]+(.{1,300}))?$/;
/** `[start:name]` and `[end:name]` are marks for other files. */
const SNIPPET_SECTION = /^\[[ \t]*(?:start|end)\b/;
/** `{{#include file}}` and its like, of mdBook. `\{{#include file}}` and `` `{{#include file}}` `` are shown as they stand. */
const MDBOOK =
  /(?<![\\`])\{\{#(?:include|rustdoc_include|playground|playpen|template)[ \t][^{}\n]{1,300}\}\}/g;
/** The name of the page in the browser's window, of mdBook. */
const MDBOOK_TITLE = /^[ \t]*\{\{#title[ \t][^{}\n]{1,300}\}\}[ \t]*$/;
/** `<!--@include: file-->` and `<<< file`, of VitePress. */
const VITEPRESS = /^[ \t>]*(?:<!--[ \t]*@include:[^\n]{1,300}-->|<<<[ \t]+[@./][^\n]{1,300})[ \t]*$/;
/** Whether a text may hold any of them; most hold none. */
const MARKED = /8<-|\{\{#|@include:|^[ \t>]*<<<[ \t]/m;
/** Longer lines hold no such thing. */
const MAX_CHARS = 2_000;

/** A text without what was to bring other files in. */
export interface TextWithoutIncludes {
  readonly markdown: string;
  /** The lines on which that stood, from 1, in order. */
  readonly lines: readonly number[];
}

/** Takes what brings in other files out of Markdown, also out of code: nobody knows what it would show. Every line stays on its own line. */
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

/** Which lines are those of MkDocs, in the order in which it is asked. */
class Snippets {
  readonly #lastBare: number;
  #isOpen = false;

  constructor(lines: readonly string[]) {
    this.#lastBare = lines.findLastIndex((line) => isBare(line));
  }

  /** `mark` for a line that brings in nothing, and is not shown either. */
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
