import type { Paragraph } from './article.ts';
import type { HtmlReader } from './html-tags.ts';
import { cellsIn, type InlineText } from './paragraphs.ts';
import type { SeenText } from './seen-text.ts';
import { tidyLines } from './tidy-lines.ts';

/** A paragraph of HTML. */
export interface HtmlPiece extends Pick<Paragraph, 'kind' | 'lead' | 'cells'>, Partial<ItemPlace> {
  readonly inline: InlineText;
  /** Whether it goes on with no list or table. */
  readonly isNewBlock: boolean;
  /** On which it begins, or ends where nothing tells. */
  readonly line: number;
}

type ItemPlace = Pick<Paragraph, 'depth' | 'marker'>;

/** What is to be done with the text between block-level tags. */
export interface HtmlSink {
  paragraph(piece: HtmlPiece): void;
  /** `depth` is 1 to 6, or 7 and more for the summary of what can be opened. */
  heading(depth: number, text: string): void;
  /** What was below a heading of this depth, or of a deeper one, is at its end. */
  endSection(depth: number): void;
}

/** What stands on lines of its own. */
const PARTING = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const LISTS = new Set(['ul', 'ol', 'menu']);
/** Of a summary that is in no other. */
const SUMMARY_DEPTH = 7;

interface Row {
  readonly isHead: boolean;
  readonly cells: number;
}

interface OpenList {
  readonly isOrdered: boolean;
  /** Of the next item. */
  number: number;
}

/** The paragraphs, headings and table rows of HTML, as its reader sees them. What is open goes on over several pieces of it. */
export class HtmlBlocks implements HtmlReader {
  readonly #seen: SeenText;
  readonly #sink: HtmlSink;
  #row: Row | null = null;
  #tableHead: string | null = null;
  #isTableOpen = false;
  #heading = 0;
  readonly #lists: OpenList[] = [];
  /** What stands before the item that was opened last; empty once its first paragraph was told. */
  #marker = '';
  /** How many elements are open that a summary can be the heading of. */
  #details = 0;
  #isNewBlock = true;
  #line = 1;

  constructor(seen: SeenText, sink: HtmlSink) {
    this.#seen = seen;
    this.#sink = sink;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (PARTING.has(name)) this.#part(name);
    this.#line = line;
    this.#seen.open(name, attributes, line);
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name.slice(1));
    if (name === 'details') this.#details += 1;
    if (name === 'summary') this.#heading = SUMMARY_DEPTH + Math.max(0, this.#details - 1);
    if (LISTS.has(name)) this.#openList(name, attributes);
    if (name === 'li') this.#openItem();
    if (name === 'table') {
      this.#tableHead = null;
      this.#isTableOpen = true;
      this.#isNewBlock = true;
    }
    if (name === 'tr') this.#row = { isHead: true, cells: 0 };
    if (this.#row !== null && (name === 'td' || name === 'th')) this.#beginCell(this.#row, name);
  }

  close(name: string): void {
    if (PARTING.has(name)) this.#part(name);
    this.#seen.close(name);
    if (LISTS.has(name)) this.#lists.pop();
    if (name === 'table') this.#isTableOpen = false;
    if (name !== 'details' || this.#details === 0) return;
    this.#details -= 1;
    this.#sink.endSection(SUMMARY_DEPTH + this.#details);
  }

  text(text: string): void {
    this.#seen.text(this.#seen.isIn('pre') ? text : text.replace(/[ \t\n\f\r]+/g, ' '));
  }

  /** Ends the paragraph, row or heading that has been read. */
  flush(): void {
    const isPre = this.#seen.isIn('pre');
    const inline = this.#seen.take((taken) =>
      isPre ? taken.replace(/^\n/, '').trimEnd() : tidyLines(taken.replace(/[ \t]+/g, ' ')),
    );
    const [row, heading] = [this.#row, this.#heading];
    this.#row = null;
    this.#heading = 0;
    const isBlank = /^[\s|]*$/.test(inline.text);
    if (isBlank && inline.pictures.length === 0) return;
    if (heading > 0 && !isBlank) this.#sink.heading(heading, inline.text);
    else if (isBlank) this.#tell({ ...inline, text: '' }, { kind: 'text', lead: null, cells: null });
    else if (row === null)
      this.#tell(inline, { kind: isPre ? 'code' : this.#textKind, lead: null, cells: null });
    else {
      const lead = row.isHead ? null : this.#tableHead;
      this.#tell(inline, { kind: row.isHead ? 'head' : 'row', lead, cells: cellsIn(inline.text) });
      if (row.isHead) this.#tableHead = inline.text;
    }
  }

  get #textKind(): 'item' | 'text' {
    return this.#lists.length > 0 ? 'item' : 'text';
  }

  #tell(inline: InlineText, own: Pick<HtmlPiece, 'kind' | 'lead' | 'cells'>): void {
    const isInside = this.#lists.length > 0 || this.#isTableOpen;
    const item = this.#lists.length > 0 ? { depth: this.#lists.length, marker: this.#marker } : {};
    const isNewBlock = this.#isNewBlock || !isInside;
    this.#sink.paragraph({ inline, isNewBlock, line: this.#line, ...own, ...item });
    this.#marker = '';
    this.#isNewBlock = false;
  }

  #openList(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#lists.length === 0) this.#isNewBlock = true;
    const number = Number.parseInt(attributes.get('start') ?? '', 10);
    this.#lists.push({ isOrdered: name === 'ol', number: Number.isNaN(number) ? 1 : number });
  }

  #openItem(): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    this.#marker = list.isOrdered ? `${list.number}. ` : '- ';
    list.number += 1;
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
