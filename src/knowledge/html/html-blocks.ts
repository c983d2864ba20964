import type { Paragraph } from '../article/article.ts';
import type { LeftOut } from '../article/problem.ts';
import { LOOSE_DEPTH } from '../paragraphs/paragraph-collector.ts';
import { type InlineText, joinCells } from '../paragraphs/paragraphs.ts';
import type { HtmlVisitor } from './html-tags.ts';
import { type SeenText, tidyLines } from './seen-text.ts';

/** A paragraph of HTML. */
export interface HtmlPiece extends Pick<Paragraph, 'kind' | 'lead' | 'cells'>, Partial<ItemPosition> {
  readonly inline: InlineText;
  /** True where it does not continue a list or table. */
  readonly isNewBlock: boolean;
  /** The line on which it begins, or ends where the beginning is unknown. */
  readonly line: number;
}

type ItemPosition = Pick<Paragraph, 'depth' | 'marker'>;

/** Receives the text between block-level tags. */
export interface HtmlSink {
  addParagraph(piece: HtmlPiece): void;
  /** `depth` is 1 to 6, or the depth of a loose heading. */
  addHeading(depth: number, inline: InlineText): void;
  /** Called at the end of the text below a heading of this depth or a deeper one. */
  endSection(depth: number): void;
}

/** Elements that begin on a line of their own. */
const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const LISTS = new Set(['ul', 'ol', 'menu']);
/** The search for an unclosed tag takes longer with every tag before it. */
const MAX_HTML_TAGS = 5_000;
/** Each paragraph below a term carries it as a heading. */
const MAX_TERMS = 5;
/** Elements that contain loose headings: a summary or terms. They may be nested. */
const HOLDS_LOOSE = new Set(['details', 'dl']);
const LOOSE_STEP = 10;

interface Row {
  isHead: boolean;
  /** Without the cell that is being read. */
  readonly cells: InlineText[];
  isCellOpen: boolean;
}

interface OpenList {
  readonly isOrdered: boolean;
  /** The difference between the numbers of two consecutive items. */
  readonly step: 1 | -1;
  /** The number of the next item. */
  number: number;
}

/**
 * Reads the paragraphs, headings and table rows of HTML as a reader sees them. Open elements stay open from one piece
 * of HTML to the next.
 */
export class HtmlBlocks implements HtmlVisitor {
  readonly #seen: SeenText;
  readonly #sink: HtmlSink;
  #row: Row | null = null;
  #tableHead: string | null = null;
  #isTableOpen = false;
  #heading = 0;
  readonly #lists: OpenList[] = [];
  /** The marker of the last opened item; empty after its first paragraph. */
  #marker = '';
  /** Number of terms since the last definition, and whether a definition has begun below them. */
  #terms = 0;
  #isDefined = true;
  #isNewBlock = true;
  #line = 1;

  constructor(seen: SeenText, sink: HtmlSink) {
    this.#seen = seen;
    this.#sink = sink;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (BLOCK_ELEMENTS.has(name)) this.#endBlock(name);
    this.#line = line;
    this.#seen.open(name, attributes, line);
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name.slice(1));
    if (name === 'summary') this.#heading = Math.max(LOOSE_DEPTH, this.looseDepth - LOOSE_STEP);
    if (name === 'dt') this.#openTerm();
    if (name === 'dd') this.#isDefined = true;
    if (LISTS.has(name)) this.#openList(name, attributes);
    if (name === 'li') this.#openItem(attributes);
    if (name === 'table') {
      this.#tableHead = null;
      this.#isTableOpen = true;
      this.#isNewBlock = true;
    }
    if (name === 'tr') this.#row = { isHead: true, cells: [], isCellOpen: false };
    if (this.#row !== null && (name === 'td' || name === 'th')) this.#beginCell(this.#row, name);
  }

  close(name: string): void {
    if (BLOCK_ELEMENTS.has(name)) this.#endBlock(name);
    this.#seen.close(name);
    if (LISTS.has(name)) this.#lists.pop();
    if (name === 'table') this.#isTableOpen = false;
    if (name === 'details') this.#sink.endSection(this.looseDepth);
    if (name === 'dl') this.#sink.endSection(this.looseDepth + 1);
  }

  /** Consecutive terms have the same definition. */
  #openTerm(): void {
    this.#terms = this.#isDefined ? 1 : this.#terms + 1;
    this.#isDefined = false;
    this.#heading = Math.max(LOOSE_DEPTH, this.looseDepth - LOOSE_STEP) + Math.min(this.#terms, MAX_TERMS);
  }

  /** The depth of a question here. Terms with definitions are one or a few levels deeper. */
  get looseDepth(): number {
    return LOOSE_DEPTH + LOOSE_STEP * this.#seen.countOpen(HOLDS_LOOSE);
  }

  addText(text: string): void {
    this.#seen.addText(this.#seen.isInside('pre') ? text : text.replace(/[ \t\n\f\r]+/g, ' '));
  }

  /** Ends the current paragraph, row or heading. */
  flush(): void {
    const [row, heading, isPre] = [this.#row, this.#heading, this.#seen.isInside('pre')];
    this.#row = null;
    this.#heading = 0;
    const inline = this.#seen.take(isPre ? tidyCode : tidyText);
    if (row !== null) this.#emitRow({ ...row, cells: [...row.cells, inline] });
    else if (inline.text.trim() === '') this.#emit({ ...inline, text: '' }, PLAIN);
    else if (heading > 0) this.#sink.addHeading(heading, inline);
    else this.#emit(inline, { ...PLAIN, kind: isPre ? 'code' : this.#textKind });
  }

  #emitRow({ isHead, cells }: Row): void {
    const row = joinCells(cells);
    if (row.text === '') {
      this.#emit(row, PLAIN);
      return;
    }
    const lead = isHead ? null : this.#tableHead;
    this.#emit(row, { kind: isHead ? 'head' : 'row', lead, cells: row.cells });
    if (isHead) this.#tableHead = row.text;
  }

  get #textKind(): 'item' | 'text' {
    return this.#lists.length > 0 ? 'item' : 'text';
  }

  #emit({ text, links, pictures }: InlineText, own: Pick<HtmlPiece, 'kind' | 'lead' | 'cells'>): void {
    if (text === '' && pictures.length === 0) return;
    const inline = { text, links, pictures };
    const isInside = this.#lists.length > 0 || this.#isTableOpen;
    const item = this.#lists.length > 0 ? { depth: this.#lists.length, marker: this.#marker } : {};
    const isNewBlock = this.#isNewBlock || !isInside;
    this.#sink.addParagraph({ inline, isNewBlock, line: this.#line, ...own, ...item });
    this.#marker = '';
    this.#isNewBlock = false;
  }

  #openList(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#lists.length === 0) this.#isNewBlock = true;
    const start = parseNumber(attributes.get('start'));
    const isReversed = attributes.has('reversed');
    // The start of a list that counts down is known only at its end, unless an attribute gives it.
    const isOrdered = name === 'ol' && !(isReversed && start === null);
    this.#lists.push({ isOrdered, step: isReversed ? -1 : 1, number: start ?? 1 });
  }

  #openItem(attributes: ReadonlyMap<string, string>): void {
    const list = this.#lists.at(-1);
    if (list === undefined) return;
    list.number = parseNumber(attributes.get('value')) ?? list.number;
    this.#marker = list.isOrdered ? `${list.number}. ` : '- ';
    list.number += list.step;
  }

  #endBlock(name: string): void {
    if (this.#row === null || name === 'tr' || name === 'table') this.flush();
    // A paragraph inside a cell does not end the row.
    else if (name !== 'td' && name !== 'th') this.#seen.addText(' ');
  }

  #beginCell(row: Row, name: 'td' | 'th'): void {
    if (name === 'td') row.isHead = false;
    const before = this.#seen.take(tidyText);
    if (row.isCellOpen || before.text !== '') row.cells.push(before);
    row.isCellOpen = true;
  }
}

function parseNumber(attribute: string | undefined): number | null {
  const number = Number.parseInt(attribute ?? '', 10);
  return Number.isNaN(number) ? null : number;
}

const PLAIN = { kind: 'text', lead: null, cells: null } as const;

function tidyCode(text: string): string {
  return text.replace(/^\n/, '').trimEnd();
}

function tidyText(text: string): string {
  return tidyLines(text.replace(/[ \t]+/g, ' '));
}

/** Explains why a piece of HTML is too large to read, or null if it is not. */
export function checkHtmlSize(html: string): LeftOut | null {
  if (html.startsWith('<!--') && !html.includes('-->')) return { code: 'open-comment' };
  return html.split('<', MAX_HTML_TAGS + 2).length > MAX_HTML_TAGS + 1
    ? { code: 'long-html', maxTags: MAX_HTML_TAGS }
    : null;
}
