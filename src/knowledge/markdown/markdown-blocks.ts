import type { Heading, Html, List, Paragraph as ParagraphNode, Table } from 'mdast';
import { hasTurningMarks, removeUnseen } from '../../text/layout/printable.ts';
import { MAX_HEADING_CHARS, type Paragraph } from '../article/article.ts';
import { type FileProblem, LeftOutLog } from '../article/problem.ts';
import { DEFINITIONS_END } from '../dialects/definition-lists.ts';
import { escapeUnknownTags } from '../dialects/unknown-tags.ts';
import { checkHtmlSize, HtmlBlocks, type HtmlPiece } from '../html/html-blocks.ts';
import { readTags } from '../html/html-tags.ts';
import { SeenText } from '../html/seen-text.ts';
import { Footnotes } from '../paragraphs/footnotes.ts';
import {
  keepHeadingsAbove,
  LOOSE_DEPTH,
  type OpenHeading,
  ParagraphCollector,
  readHeading,
} from '../paragraphs/paragraph-collector.ts';
import {
  buildParagraph,
  EMPTY_INLINE,
  type InlineText,
  joinCells,
  prependMark,
} from '../paragraphs/paragraphs.ts';
import { readMarkedQuestion, removeAnswerMark } from '../paragraphs/question-marks.ts';
import { countTermMarks, removeAlertMark, renderCheckbox } from './block-marks.ts';
import { readInlineText } from './inline-text.ts';
import type { Portion } from './markdown-portions.ts';
import {
  type BlockNode,
  chooseLead,
  type Neighbours,
  selectBlocks,
  shortenLead,
  type Walk,
} from './markdown-walk.ts';

/** The result of reading a Markdown text. */
export interface CollectedBlocks {
  /** The first heading, or null if there is none. */
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly FileProblem[];
}

/**
 * Collects the leaf blocks of Markdown in reading order: paragraphs (also of list items, block quotes, footnotes and
 * HTML), table rows and code blocks. Headings become the path of the text below them. A first `# Heading` that is the
 * title, or repeats it, is not part of any path.
 */
export class MarkdownBlocks {
  readonly #collector = new ParagraphCollector();
  readonly #footnotes = new Footnotes();
  readonly #notes = new LeftOutLog();
  readonly #title: string | null;
  readonly #closedNames: ReadonlySet<string>;
  #firstHeading: string | null = null;
  readonly #seen = new SeenText();
  readonly #html: HtmlBlocks;
  /** The position at which HTML is read. */
  #at: Walk = { headings: [], lead: null, textBefore: null, mark: '', item: null, footnote: null };
  readonly #top = this.#at;
  /** The lead of the last list or table of the top level, in case the next portion continues it. */
  #openLead: string | null = null;
  /** The head of the last table of the top level, in case the next portion continues it. */
  #openHead = '';
  /** The number of the next item of the last list of the top level, in case the next portion continues it. */
  #nextNumber = 1;
  #isTitleSought = true;
  #addresses: ReadonlyMap<string, string> = new Map();
  #block = 0;
  #section = 0;
  #firstLine = 1;
  #line = 1;

  /** @param closedNames the names of all elements that the text closes */
  constructor(title: string | null, closedNames: ReadonlySet<string> = new Set()) {
    this.#title = title;
    this.#closedNames = closedNames;
    this.#html = new HtmlBlocks(this.#seen, {
      addParagraph: (piece) => this.#addHtmlPiece(piece),
      addHeading: (depth, inline) => this.#openHeading(this.#at, { depth, text: inline.text }, inline),
      endSection: (depth) => this.#endSection(this.#at, depth),
    });
  }

  add({ nodes, line, isContinuation, addresses }: Portion): void {
    this.#firstLine = line;
    this.#addresses = addresses;
    this.#footnotes.addReferences(nodes);
    this.#walk(selectBlocks(nodes), this.#top, isContinuation);
  }

  /** Returns the result for the whole text. Call it after the last portion. */
  finish(): CollectedBlocks {
    this.#seen.closeDownTo(0);
    for (const line of this.#seen.takeUnclosed()) this.#notes.add({ code: 'open-element' }, line);
    for (const line of this.#footnotes.listUnseenLines()) this.#notes.add({ code: 'unused-footnote' }, line);
    const paragraphs = this.#footnotes.selectSeen(this.#collector.finish());
    return { title: this.#firstHeading, paragraphs, problems: this.#notes.toProblems() };
  }

  #walk(nodes: readonly BlockNode[], at: Walk, continuesLast = false): void {
    for (const [index, node] of nodes.entries()) {
      const { textBefore } = at;
      at.textBefore = null;
      this.#line = this.#firstLine + (node.position?.start.line ?? 1) - 1;
      const isContinuation = continuesLast && index === 0;
      if (at.item === null && !isContinuation) this.#block += 1;
      this.#read(node, at, { textBefore, isContinuation, next: nodes[index + 1] ?? null });
      if (node.type !== 'paragraph') at.mark = '';
    }
  }

  #read(node: BlockNode, at: Walk, { textBefore, isContinuation, next }: Neighbours): void {
    switch (node.type) {
      case 'heading':
        this.#readHeading(at, node);
        break;
      case 'paragraph':
        this.#addParagraph(at, node, next);
        break;
      case 'code':
        this.#addCode(at, node.value);
        break;
      case 'table':
        this.#addTable(at, node, isContinuation);
        break;
      case 'list':
        this.#addList(at, node, {
          lead: isContinuation ? this.#openLead : chooseLead(at, textBefore),
          isContinuation,
        });
        break;
      case 'blockquote':
        this.#addContainer(at, removeAlertMark(node), {});
        break;
      case 'footnoteDefinition':
        this.#footnotes.define(node, this.#line);
        this.#addContainer(at, node.children, { footnote: node });
        break;
      case 'html':
        this.#addHtml(at, node);
        break;
      // Readers do not see rules and link definitions, or could not quote anything of them.
      case 'thematicBreak':
      case 'definition':
        break;
    }
  }

  #readHeading(at: Walk, node: Heading): void {
    const inline = this.#readInline(node.children);
    const terms = countTermMarks(node);
    const depth = terms === 0 ? node.depth : this.#html.looseDepth + terms;
    this.#openHeading(at, { depth, text: inline.text }, inline);
  }

  #readInline(nodes: ParagraphNode['children']): InlineText {
    const text = readInlineText(nodes, {
      seen: this.#seen,
      linesBefore: this.#firstLine - 1,
      addresses: this.#addresses,
      closedNames: this.#closedNames,
    });
    this.#notes.addAll(this.#seen.takeLeftOut(), this.#line);
    return text;
  }

  #addParagraph(at: Walk, node: ParagraphNode, next: BlockNode | null): void {
    const inline = this.#readInline(node.children);
    const asked = readMarkedQuestion(inline, node.children);
    // At the top level, the answer may be in the next portion.
    const isAnsweredBelow = asked?.isMarked === true && at.item?.hasNext === true;
    if (asked !== null && (asked.answer !== null || next !== null || at === this.#top || isAnsweredBelow)) {
      this.#openHeading(at, { depth: this.#html.looseDepth, text: asked.question }, inline);
      if (asked.answer !== null) this.#add(at, asked.answer, { kind: 'text' });
      return;
    }
    const asking = at.headings.at(-1);
    const own = asking === undefined ? inline : removeAnswerMark(inline, asking);
    const marked = at.mark === '' || own.text === '' ? own : prependMark(at.mark, own);
    at.mark = '';
    this.#add(at, marked, { kind: 'text' });
    at.textBefore = own.text;
  }

  #addCode(at: Walk, value: string): void {
    if (this.#seen.isStruck) this.#notes.add({ code: 'struck' }, this.#line);
    if (!this.#seen.isStruck && !this.#seen.isHidden)
      this.#add(at, { ...EMPTY_INLINE, text: trimBlankLines(removeUnseen(value)) }, { kind: 'code' });
    if (hasTurningMarks(value)) this.#notes.add({ code: 'turned' }, this.#line);
  }

  #add(at: Walk, inline: InlineText, own: Pick<Paragraph, 'kind'> & Partial<Paragraph>): void {
    if (inline.text.trim() === '') {
      this.#collector.addPictures(inline.pictures);
      return;
    }
    this.#collector.add(this.#buildParagraph(at, inline, own), at.footnote);
    if (at.item !== null) at.item.marker = '';
  }

  #buildParagraph(
    { headings, lead, item }: Walk,
    inline: InlineText,
    own: Pick<Paragraph, 'kind'> & Partial<Paragraph>,
  ): Paragraph {
    const inItem = item === null ? {} : { depth: item.depth, marker: item.marker };
    return buildParagraph({
      ...inline,
      headings: headings.map(({ text }) => text),
      lead,
      block: this.#block,
      section: this.#section,
      line: this.#line,
      ...inItem,
      ...own,
      kind: own.kind === 'text' && item !== null ? 'item' : own.kind,
    });
  }

  /** Opens a heading. `inline` is the whole text there, of which the heading may be a part. */
  #openHeading(at: Walk, { depth, text: words }: Omit<OpenHeading, 'isMarked'>, inline: InlineText): void {
    const { text, isCut, isMarked } = readHeading(words);
    if (isCut) this.#notes.add({ code: 'long-heading', maxChars: MAX_HEADING_CHARS }, this.#line);
    at.headings = keepHeadingsAbove(at.headings, depth);
    this.#section += 1;
    if (depth < LOOSE_DEPTH) this.#collector.openHeading(depth);
    else if (text !== '')
      this.#collector.openLooseHeading(
        depth,
        this.#buildParagraph(at, inline, { kind: 'text' }),
        at.footnote,
      );
    const isFirst = at === this.#top && this.#isTitleSought && depth < LOOSE_DEPTH;
    const isTitle = isFirst && depth === 1 && (this.#title === null || hasSameWords(text, this.#title));
    if (isFirst) this.#firstHeading = text === '' ? null : text;
    if (isFirst) this.#isTitleSought = text === '';
    if (text !== '' && !isTitle) at.headings = [...at.headings, { depth, text, isMarked }];
  }

  #endSection(at: Walk, depth: number): void {
    this.#collector.endSection(depth);
    this.#section += 1;
    at.headings = keepHeadingsAbove(at.headings, depth);
  }

  #addTable(at: Walk, table: Table, isContinuation: boolean): void {
    const [headRow, ...rows] = table.children;
    const columns = headRow?.children.length ?? 0;
    const head = isContinuation || headRow === undefined ? null : this.#readRow(headRow, columns);
    if (head !== null) this.#add(at, head, { kind: 'head', cells: head.cells });
    // The head of a continued table is on a line of another portion.
    const headText = head?.text ?? this.#openHead;
    if (at === this.#top) this.#openHead = headText;
    const lead = shortenLead(headText);
    for (const row of rows) {
      const read = this.#readRow(row, columns);
      this.#add({ ...at, lead }, read, { kind: 'row', cells: read.cells });
    }
  }

  /** Readers do not see cells beyond those of the head. */
  #readRow(row: Table['children'][number], columns: number): ReturnType<typeof joinCells> {
    this.#line = this.#firstLine + (row.position?.start.line ?? 1) - 1;
    if (row.children.slice(columns).some(({ children }) => children.length > 0))
      this.#notes.add({ code: 'extra-cells' }, this.#line);
    return joinCells(row.children.slice(0, columns).map((cell) => this.#readInline(cell.children)));
  }

  /** Adds a list. The text of an item introduces a list inside it; otherwise the lead of the outer list does. */
  #addList(
    at: Walk,
    list: List,
    { lead, isContinuation }: { readonly lead: string | null; readonly isContinuation: boolean },
  ): void {
    if (at === this.#top) this.#openLead = lead;
    const first = isContinuation ? this.#nextNumber : (list.start ?? 1);
    if (at === this.#top) this.#nextNumber = first + list.children.length;
    const depth = (at.item?.depth ?? 0) + 1;
    const { looseCount } = this.#collector;
    let { headings } = at;
    for (const [index, item] of list.children.entries()) {
      const marker = list.ordered === true ? `${first + index}. ` : '- ';
      const hasNext = index < list.children.length - 1;
      const own = { lead, mark: renderCheckbox(item), item: { depth, marker, hasNext } };
      const walk = this.#walkInside({ ...at, headings }, item.children, own);
      // “A:” in the next item answers “Q:” in this one.
      headings = walk.headings.at(-1)?.isMarked === true ? walk.headings : at.headings;
    }
    this.#collector.settleLoose(looseCount);
  }

  #addContainer(at: Walk, nodes: readonly BlockNode[], own: Partial<Pick<Walk, 'footnote'>>): void {
    const { looseCount } = this.#collector;
    this.#walkInside(at, nodes, own);
    this.#collector.settleLoose(looseCount);
  }

  #walkInside(
    at: Walk,
    nodes: readonly BlockNode[],
    own: Partial<Pick<Walk, 'lead' | 'mark' | 'item' | 'footnote'>>,
  ): Walk {
    const { depth } = this.#seen;
    const walk = { ...at, mark: '', ...own };
    this.#walk(nodes, walk);
    // Headings inside a container end with it.
    if (walk.headings !== at.headings) this.#section += 1;
    this.#seen.closeDownTo(Math.min(depth, this.#seen.depth));
    return walk;
  }

  #addHtml(at: Walk, { value }: Html): void {
    if (value === DEFINITIONS_END) this.#endSection(at, this.#html.looseDepth + 1);
    const tooMuch = checkHtmlSize(value);
    if (tooMuch !== null) {
      this.#notes.add(tooMuch, this.#line);
      return;
    }
    this.#at = at;
    readTags(escapeUnknownTags(value, this.#closedNames), this.#html, this.#line);
    this.#html.flush();
    this.#notes.addAll(this.#seen.takeLeftOut(), this.#line);
  }

  #addHtmlPiece({ inline, isNewBlock, line, lead, ...own }: HtmlPiece): void {
    const at = this.#at;
    if (at.item === null && isNewBlock) this.#block += 1;
    this.#line = line;
    this.#add(lead === null ? at : { ...at, lead }, inline, own);
  }
}

/** Removes blank lines before and after code. */
function trimBlankLines(code: string): string {
  return code.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

function hasSameWords(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
