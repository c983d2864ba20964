import type { HtmlReader } from './html-tags.ts';
import type { SeenText } from './seen-text.ts';
import { tidyLines } from './tidy-lines.ts';

/** What is to be done with the text between block-level tags. */
export interface HtmlSink {
  paragraph(text: string, isOneFact: boolean, lead: string | null): void;
  heading(depth: number, text: string): void;
}

/** What stands on lines of its own. */
const PARTING = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

interface Row {
  readonly isHead: boolean;
  readonly cells: number;
}

/** The paragraphs, headings and table rows of HTML, as its reader sees them. What is open goes on over several pieces of it. */
export class HtmlBlocks implements HtmlReader {
  readonly #seen: SeenText;
  readonly #sink: HtmlSink;
  #row: Row | null = null;
  #tableHead: string | null = null;
  #heading = 0;

  constructor(seen: SeenText, sink: HtmlSink) {
    this.#seen = seen;
    this.#sink = sink;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (PARTING.has(name)) this.#part(name);
    this.#seen.open(name, attributes, line);
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name.slice(1));
    if (name === 'table') this.#tableHead = null;
    if (name === 'tr') this.#row = { isHead: true, cells: 0 };
    if (this.#row !== null && (name === 'td' || name === 'th')) this.#beginCell(this.#row, name);
  }

  close(name: string): void {
    if (PARTING.has(name)) this.#part(name);
    this.#seen.close(name);
  }

  text(text: string): void {
    this.#seen.text(this.#seen.isIn('pre') ? text : text.replace(/[ \t\n\f\r]+/g, ' '));
  }

  /** Ends the paragraph, row or heading that has been read. */
  flush(): void {
    const isPre = this.#seen.isIn('pre');
    const taken = this.#seen.take();
    const text = isPre ? taken.replace(/^\n/, '').trimEnd() : tidyLines(taken.replace(/[ \t]+/g, ' '));
    const [row, heading] = [this.#row, this.#heading];
    this.#row = null;
    this.#heading = 0;
    if (/^[\s|]*$/.test(text)) return;
    if (heading > 0) this.#sink.heading(heading, text);
    else if (row === null) this.#sink.paragraph(text, isPre, null);
    else {
      this.#sink.paragraph(text, true, row.isHead ? null : this.#tableHead);
      if (row.isHead) this.#tableHead = text;
    }
  }

  #part(name: string): void {
    if (this.#row === null || name === 'tr' || name === 'table') this.flush();
    // A paragraph inside a cell does not end the row.
    else if (name !== 'td' && name !== 'th') this.#seen.text(' ');
  }

  #beginCell({ isHead, cells }: Row, name: 'td' | 'th'): void {
    if (cells > 0) this.#seen.text(' | ');
    this.#row = { isHead: isHead && name === 'th', cells: cells + 1 };
  }
}
