import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  Html,
  List,
  ListItem,
  RootContent,
  Table,
} from 'mdast';
import { shorten } from '../text/shorten.ts';
import type { Block } from './facts.ts';
import { type BlockInFootnote, Footnotes } from './footnotes.ts';
import { HtmlBlocks } from './html-blocks.ts';
import { readTags } from './html-tags.ts';
import { inlineText } from './inline-text.ts';
import type { Flaw, LeftOut } from './problem.ts';
import { ReadingNotes } from './reading-notes.ts';
import { SeenText } from './seen-text.ts';
import { isTurned, withoutUnseen } from './unseen-characters.ts';

type BlockNode = BlockContent | DefinitionContent;

/** Each paragraph below carries its headings and its lead: with 50 KB of them, 70 KB of text took 10 s to index. */
const MAX_HEADING_CHARS = 300;
const MAX_LEAD_CHARS = 1000;
/** What an unclosed tag is looked for among grows with the tags before it. */
const MAX_HTML_TAGS = 5_000;

const BLOCK_TYPES: ReadonlySet<string> = new Set<BlockNode['type']>([
  'blockquote',
  'code',
  'definition',
  'footnoteDefinition',
  'heading',
  'html',
  'list',
  'paragraph',
  'table',
  'thematicBreak',
]);

/** Top-level nodes of one portion of a text. */
export interface Portion {
  readonly nodes: readonly RootContent[];
  /** The line of the file on which the portion's first line stands. */
  readonly line: number;
  /** Whether the first node goes on with the last list or table of the portion before; a table has its head once more. */
  readonly continues: boolean;
}

/** What was collected of a text. */
export interface CollectedBlocks {
  /** The first heading; null where there is none. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly flaws: readonly Flaw[];
}

/** Where the walk is. Containers get a copy, so that a heading in a block quote ends with it. */
interface Walk {
  headings: readonly OpenHeading[];
  readonly lead: string | null;
  /** The text of the paragraph just before; null where it is none. */
  before: string | null;
  /** What stands before the first paragraph: a task's box. */
  mark: string;
  /** The innermost footnote around. */
  readonly footnote: FootnoteDefinition | null;
}

interface OpenHeading {
  readonly depth: number;
  readonly text: string;
}

/**
 * Collects the leaf blocks of Markdown in reading order: paragraphs (also of list items, block quotes, footnotes and HTML),
 * table rows, code blocks. Headings become the path of what follows. A first `# Heading` that is the title, or only repeats it, stands in no
 * path.
 */
export class MarkdownBlocks {
  readonly #blocks: BlockInFootnote[] = [];
  readonly #footnotes = new Footnotes();
  readonly #notes = new ReadingNotes();
  readonly #title: string | null;
  #firstHeading: string | null = null;
  readonly #seen = new SeenText();
  readonly #html: HtmlBlocks;
  /** The walk that HTML is read in. */
  #at: Walk = { headings: [], lead: null, before: null, mark: '', footnote: null };
  readonly #top = this.#at;
  /** What introduces the last list or table of the top level, should it go on. */
  #openLead: string | null = null;
  /** The head of the last table of the top level, should it go on. */
  #openHead = '';
  #isTitleSought = true;
  #firstLine = 1;
  #line = 1;

  constructor(title: string | null) {
    this.#title = title;
    this.#html = new HtmlBlocks(this.#seen, {
      paragraph: (text, isOneFact, lead) =>
        this.#add(lead === null ? this.#at : { ...this.#at, lead }, text, isOneFact),
      heading: (depth, text) => this.#openHeading(this.#at, depth, text),
    });
  }

  add({ nodes, line, continues }: Portion): void {
    this.#firstLine = line;
    this.#footnotes.addReferences(nodes);
    // The types allow inline nodes at the top, for trees made by hand; the parser puts none there.
    const blocks = nodes.filter((node): node is BlockNode => BLOCK_TYPES.has(node.type));
    this.#walk(blocks, this.#top, continues);
  }

  /** What was collected of the whole text, after its last portion. */
  finish(): CollectedBlocks {
    this.#seen.endTo(0);
    for (const line of this.#seen.takeUnclosed()) this.#notes.add({ code: 'open-element' }, line);
    for (const line of this.#footnotes.unseenLines()) this.#notes.add({ code: 'unused-footnote' }, line);
    const blocks = this.#footnotes.seenOf(this.#blocks);
    return { title: this.#firstHeading, blocks, flaws: this.#notes.flaws() };
  }

  #walk(nodes: readonly BlockNode[], at: Walk, continues = false): void {
    for (const [index, node] of nodes.entries()) {
      const before = at.before;
      at.before = null;
      this.#line = this.#firstLine + (node.position?.start.line ?? 1) - 1;
      const goesOn = continues && index === 0;
      this.#read(node, at, { before, goesOn });
      if (node.type !== 'paragraph') at.mark = '';
    }
  }

  #read(
    node: BlockNode,
    at: Walk,
    { before, goesOn }: { readonly before: string | null; readonly goesOn: boolean },
  ): void {
    switch (node.type) {
      case 'heading':
        this.#openHeading(at, node.depth, this.#inline(node.children));
        break;
      case 'paragraph':
        at.before = this.#addParagraph(at, this.#inline(node.children));
        break;
      case 'code':
        this.#addCode(at, node.value);
        break;
      case 'table':
        this.#addTable(at, node, goesOn);
        break;
      case 'list':
        this.#addList(at, node, goesOn ? this.#openLead : leadOf(at, before));
        break;
      case 'blockquote':
        this.#addContainer(at, withoutAlertMark(node), {});
        break;
      case 'footnoteDefinition':
        this.#footnotes.define(node, this.#line);
        this.#addContainer(at, node.children, { footnote: node });
        break;
      case 'html':
        this.#addHtml(at, node);
        break;
      // Rules and link definitions are not seen by a reader, or hold nothing to quote.
      case 'thematicBreak':
      case 'definition':
        break;
    }
  }

  #inline(nodes: Parameters<typeof inlineText>[0]): string {
    const text = inlineText(nodes, this.#seen, this.#firstLine - 1);
    if (this.#seen.takeLeftOut()) this.#notes.add({ code: 'struck' }, this.#line);
    return this.#seenOf(text);
  }

  #seenOf(text: string): string {
    if (isTurned(text)) this.#notes.add({ code: 'turned' }, this.#line);
    return withoutUnseen(text);
  }

  /** Gives the text, without the mark before it. */
  #addParagraph(at: Walk, text: string): string {
    const { mark } = at;
    at.mark = '';
    if (text !== '') this.#add(at, mark + text, false);
    return text;
  }

  #addCode(at: Walk, value: string): void {
    if (this.#seen.isStruck) this.#notes.add({ code: 'struck' }, this.#line);
    if (!this.#seen.isStruck && !this.#seen.isHidden) this.#add(at, this.#seenOf(value), true);
  }

  #add(at: Walk, text: string, isOneFact: boolean): void {
    const seen = this.#seenOf(text);
    if (seen.trim() === '') return;
    const headings = at.headings.map((heading) => heading.text);
    const block = { text: seen, headings, lead: at.lead, isOneFact };
    this.#blocks.push({ block, footnote: at.footnote });
  }

  #openHeading(at: Walk, depth: number, whole: string): void {
    const above = at.headings.filter((heading) => heading.depth < depth);
    const text = shorten(whole.replaceAll('\n', ' '), MAX_HEADING_CHARS);
    if (text.length < whole.length)
      this.#notes.add({ code: 'long-heading', maxChars: MAX_HEADING_CHARS }, this.#line);
    const isFirst = at === this.#top && this.#isTitleSought;
    const isTitle = isFirst && depth === 1 && (this.#title === null || sameWords(text, this.#title));
    if (isFirst) this.#firstHeading = text === '' ? null : text;
    if (at === this.#top) this.#isTitleSought = this.#isTitleSought && text === '';
    at.headings = text === '' || isTitle ? above : [...above, { depth, text }];
  }

  #addTable(at: Walk, table: Table, goesOn: boolean): void {
    const [headRow, ...rows] = table.children;
    const columns = headRow?.children.length ?? 0;
    // The head of a table that goes on is read once more, and stands on a line of another portion.
    const head = goesOn || headRow === undefined ? this.#openHead : this.#rowText(headRow, columns);
    if (at === this.#top) this.#openHead = head;
    if (!goesOn) this.#add(at, head, true);
    const lead = head === '' ? null : shorten(head, MAX_LEAD_CHARS);
    for (const row of rows) this.#add({ ...at, lead }, this.#rowText(row, columns), true);
  }

  /** `''` for a row of empty cells, whose bars alone are no text. Cells beyond the head's are seen by no reader. */
  #rowText(row: Table['children'][number], columns: number): string {
    this.#line = this.#firstLine + (row.position?.start.line ?? 1) - 1;
    if (row.children.slice(columns).some(({ children }) => children.length > 0))
      this.#notes.add({ code: 'extra-cells' }, this.#line);
    const cells = row.children.slice(0, columns).map((cell) => this.#inline(cell.children));
    return cells.every((cell) => cell === '') ? '' : cells.join(' | ').trim();
  }

  /** A list inside a list item is introduced by the item's own text, or else by what introduces the outer list. */
  #addList(at: Walk, list: List, lead: string | null): void {
    if (at === this.#top) this.#openLead = lead;
    for (const item of list.children) this.#addContainer(at, item.children, { lead, mark: boxOf(item) });
  }

  #addContainer(
    at: Walk,
    nodes: readonly BlockNode[],
    own: Partial<Pick<Walk, 'lead' | 'mark' | 'footnote'>>,
  ): void {
    const { depth } = this.#seen;
    this.#walk(nodes, { ...at, before: null, mark: '', ...own });
    this.#seen.endTo(Math.min(depth, this.#seen.depth));
  }

  #addHtml(at: Walk, { value }: Html): void {
    const tooMuch = tooMuchHtml(value);
    if (tooMuch !== null) {
      this.#notes.add(tooMuch, this.#line);
      return;
    }
    this.#at = at;
    readTags(value, this.#html, this.#line);
    this.#html.flush();
    if (this.#seen.takeLeftOut()) this.#notes.add({ code: 'struck' }, this.#line);
  }
}

function tooMuchHtml(html: string): LeftOut | null {
  if (html.startsWith('<!--') && !html.includes('-->')) return { code: 'open-comment' };
  return html.split('<', MAX_HTML_TAGS + 2).length > MAX_HTML_TAGS + 1
    ? { code: 'long-html', maxTags: MAX_HTML_TAGS }
    : null;
}

function leadOf(at: Walk, before: string | null): string | null {
  return before === null || before === '' ? at.lead : shorten(before, MAX_LEAD_CHARS);
}

/** As GitHub shows a task. */
function boxOf({ checked }: ListItem): string {
  if (typeof checked !== 'boolean') return '';
  return checked ? '☑ ' : '☐ ';
}

/** `[!NOTE]` at the start of a block quote says how it looks; what follows on that line is its title. */
const ALERT_MARK = /^\[![\p{L}\p{N}_-]+\][+-]?[ \t]*/u;

function withoutAlertMark(quote: Blockquote): readonly BlockNode[] {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return quote.children;
  const [start, ...more] = first.children;
  if (start?.type !== 'text' || !ALERT_MARK.test(start.value)) return quote.children;
  const [title = '', ...lines] = start.value.replace(ALERT_MARK, '').split('\n');
  const text = { type: 'text', value: lines.join('\n') } as const;
  const heading = title === '' ? [] : [{ type: 'text', value: title } as const, { type: 'break' } as const];
  return [{ ...first, children: [...heading, text, ...more] }, ...others];
}

function sameWords(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
