import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  Html,
  List,
  ListItem,
  Paragraph as ParagraphNode,
  RootContent,
  Table,
} from 'mdast';
import { shorten } from '../text/shorten.ts';
import type { Paragraph, Picture } from './article.ts';
import { Footnotes, type ParagraphInFootnote } from './footnotes.ts';
import { HtmlBlocks, type HtmlPiece } from './html-blocks.ts';
import { readTags } from './html-tags.ts';
import { inlineText } from './inline-text.ts';
import { type InlineText, joinCells, NOTHING_INLINE, paragraphOf, withoutCharacters } from './paragraphs.ts';
import type { Flaw, LeftOut } from './problem.ts';
import { readAsked, withoutAnswerMark, withoutQuestionMark } from './question-marks.ts';
import { ReadingNotes } from './reading-notes.ts';
import { SeenText } from './seen-text.ts';
import { isTurned, UNSEEN } from './unseen-characters.ts';

type BlockNode = BlockContent | DefinitionContent;

/** Each paragraph below carries its headings and its lead: with 50 KB of them, 70 KB of text took 10 s to index. */
const MAX_HEADING_CHARS = 300;
const MAX_LEAD_CHARS = 1000;
/** Below all headings of Markdown and HTML: a question that is marked as one, or a summary. */
const ASKED_DEPTH = 7;
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
  /** The addresses that the whole text defines, by their identifiers. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** What was collected of a text. */
export interface CollectedBlocks {
  /** The first heading; null where there is none. */
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
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
  /** The list item around; null outside lists. */
  readonly item: OpenItem | null;
  /** The innermost footnote around. */
  readonly footnote: FootnoteDefinition | null;
}

interface OpenItem {
  /** How many lists it stands in. */
  readonly depth: number;
  /** What stands before its first paragraph; empty once that was read. */
  marker: string;
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
  readonly #paragraphs: ParagraphInFootnote[] = [];
  readonly #footnotes = new Footnotes();
  readonly #notes = new ReadingNotes();
  readonly #title: string | null;
  #firstHeading: string | null = null;
  readonly #seen = new SeenText();
  readonly #html: HtmlBlocks;
  /** The walk that HTML is read in. */
  #at: Walk = { headings: [], lead: null, before: null, mark: '', item: null, footnote: null };
  readonly #top = this.#at;
  /** What introduces the last list or table of the top level, should it go on. */
  #openLead: string | null = null;
  /** The head of the last table of the top level, should it go on. */
  #openHead = '';
  /** How many items the last list of the top level has, should it go on. */
  #openItems = 0;
  /** Pictures that stand above any text. */
  #pictures: readonly Picture[] = [];
  #isTitleSought = true;
  #addresses: ReadonlyMap<string, string> = new Map();
  #block = 0;
  #firstLine = 1;
  #line = 1;

  constructor(title: string | null) {
    this.#title = title;
    this.#html = new HtmlBlocks(this.#seen, {
      paragraph: (piece) => this.#addHtmlPiece(piece),
      heading: (depth, text) => this.#openHeading(this.#at, depth, text),
      endSection: (depth) => {
        this.#at.headings = this.#at.headings.filter((heading) => heading.depth < depth);
      },
    });
  }

  add({ nodes, line, continues, addresses }: Portion): void {
    this.#firstLine = line;
    this.#addresses = addresses;
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
    const paragraphs = this.#footnotes.seenOf(this.#paragraphs);
    return { title: this.#firstHeading, paragraphs, flaws: this.#notes.flaws() };
  }

  #walk(nodes: readonly BlockNode[], at: Walk, continues = false): void {
    for (const [index, node] of nodes.entries()) {
      const before = at.before;
      at.before = null;
      this.#line = this.#firstLine + (node.position?.start.line ?? 1) - 1;
      const goesOn = continues && index === 0;
      if (at.item === null && !goesOn) this.#block += 1;
      this.#read(node, at, { before, goesOn, next: nodes[index + 1] ?? null });
      if (node.type !== 'paragraph') at.mark = '';
    }
  }

  #read(node: BlockNode, at: Walk, { before, goesOn, next }: Beside): void {
    switch (node.type) {
      case 'heading':
        this.#openHeading(at, node.depth, this.#inline(node.children).text);
        break;
      case 'paragraph':
        this.#addParagraph(at, node, next);
        break;
      case 'code':
        this.#addCode(at, node.value);
        break;
      case 'table':
        this.#addTable(at, node, goesOn);
        break;
      case 'list':
        this.#addList(at, node, { lead: goesOn ? this.#openLead : leadOf(at, before), goesOn });
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

  #inline(nodes: ParagraphNode['children']): InlineText {
    const context = { seen: this.#seen, linesBefore: this.#firstLine - 1, addresses: this.#addresses };
    const text = inlineText(nodes, context);
    if (this.#seen.takeLeftOut()) this.#notes.add({ code: 'struck' }, this.#line);
    return this.#seenOf(text);
  }

  #seenOf(inline: InlineText): InlineText {
    if (isTurned(inline.text)) this.#notes.add({ code: 'turned' }, this.#line);
    return withoutCharacters(inline, UNSEEN);
  }

  #addParagraph(at: Walk, node: ParagraphNode, next: BlockNode | null): void {
    const inline = this.#inline(node.children);
    const asked = readAsked(inline, node.children);
    const isAnswered = asked?.answer != null || next !== null || at === this.#top;
    if (asked !== null && isAnswered && next?.type !== 'heading') {
      this.#openHeading(at, ASKED_DEPTH, asked.question);
      if (asked.answer !== null) this.#add(at, asked.answer, { kind: 'text' });
      return;
    }
    const isBelowQuestion = at.headings.at(-1)?.depth === ASKED_DEPTH;
    const own = isBelowQuestion ? withoutAnswerMark(inline) : inline;
    const marked = at.mark === '' || own.text === '' ? own : behind(at.mark, own);
    at.mark = '';
    this.#add(at, marked, { kind: 'text' });
    at.before = marked.text;
  }

  #addCode(at: Walk, value: string): void {
    if (this.#seen.isStruck) this.#notes.add({ code: 'struck' }, this.#line);
    if (!this.#seen.isStruck && !this.#seen.isHidden)
      this.#add(at, this.#seenOf({ ...NOTHING_INLINE, text: value }), { kind: 'code' });
  }

  #add(
    { headings, lead, item, footnote }: Walk,
    { text, links, pictures }: InlineText,
    own: Pick<Paragraph, 'kind'> & Partial<Paragraph>,
  ): void {
    if (text.trim() === '') {
      this.#addPictures(pictures);
      return;
    }
    const inItem = item === null ? {} : { depth: item.depth, marker: item.marker };
    if (item !== null) item.marker = '';
    const paragraph = paragraphOf({
      text,
      links,
      pictures: [...this.#pictures, ...pictures],
      headings: headings.map((heading) => heading.text),
      lead,
      block: this.#block,
      line: this.#line,
      ...inItem,
      ...own,
      kind: own.kind === 'text' && item !== null ? 'item' : own.kind,
    });
    this.#pictures = [];
    this.#paragraphs.push({ paragraph, footnote });
  }

  /** Pictures alone belong to the text above them, or else to the first one below. */
  #addPictures(pictures: readonly Picture[]): void {
    const last = this.#paragraphs.pop();
    if (last === undefined) this.#pictures = [...this.#pictures, ...pictures];
    else {
      const { paragraph } = last;
      const all = [...paragraph.pictures, ...pictures];
      this.#paragraphs.push({
        ...last,
        paragraph: pictures.length === 0 ? paragraph : { ...paragraph, pictures: all },
      });
    }
  }

  #openHeading(at: Walk, depth: number, whole: string): void {
    const above = at.headings.filter((heading) => heading.depth < depth);
    const text = withoutQuestionMark(shorten(whole.replaceAll('\n', ' '), MAX_HEADING_CHARS));
    if (text.length < whole.length && text.endsWith('…'))
      this.#notes.add({ code: 'long-heading', maxChars: MAX_HEADING_CHARS }, this.#line);
    const isFirst = at === this.#top && this.#isTitleSought && depth < ASKED_DEPTH;
    const isTitle = isFirst && depth === 1 && (this.#title === null || sameWords(text, this.#title));
    if (isFirst) this.#firstHeading = text === '' ? null : text;
    if (isFirst) this.#isTitleSought = text === '';
    at.headings = text === '' || isTitle ? above : [...above, { depth, text }];
  }

  #addTable(at: Walk, table: Table, goesOn: boolean): void {
    const [headRow, ...rows] = table.children;
    const columns = headRow?.children.length ?? 0;
    const head = headRow === undefined ? joinCells([]) : this.#row(headRow, columns);
    // The head of a table that goes on is read once more, and stands on a line of another portion.
    const headText = goesOn ? this.#openHead : head.text;
    if (at === this.#top) this.#openHead = headText;
    if (!goesOn) this.#add(at, head, { kind: 'head', cells: head.cells });
    const lead = headText === '' ? null : shorten(headText, MAX_LEAD_CHARS);
    for (const row of rows) {
      const read = this.#row(row, columns);
      this.#add({ ...at, lead }, read, { kind: 'row', cells: read.cells });
    }
  }

  /** Cells beyond the head's are seen by no reader. */
  #row(row: Table['children'][number], columns: number): ReturnType<typeof joinCells> {
    this.#line = this.#firstLine + (row.position?.start.line ?? 1) - 1;
    if (row.children.slice(columns).some(({ children }) => children.length > 0))
      this.#notes.add({ code: 'extra-cells' }, this.#line);
    return joinCells(row.children.slice(0, columns).map((cell) => this.#inline(cell.children)));
  }

  /** A list inside a list item is introduced by the item's own text, or else by what introduces the outer list. */
  #addList(
    at: Walk,
    list: List,
    { lead, goesOn }: { readonly lead: string | null; readonly goesOn: boolean },
  ): void {
    if (at === this.#top) this.#openLead = lead;
    const before = goesOn ? this.#openItems : 0;
    if (at === this.#top) this.#openItems = before + list.children.length;
    const first = goesOn ? before + 1 : (list.start ?? 1);
    const depth = (at.item?.depth ?? 0) + 1;
    for (const [index, item] of list.children.entries()) {
      const marker = list.ordered === true ? `${first + index}. ` : '- ';
      this.#addContainer(at, item.children, { lead, mark: boxOf(item), item: { depth, marker } });
    }
  }

  #addContainer(
    at: Walk,
    nodes: readonly BlockNode[],
    own: Partial<Pick<Walk, 'lead' | 'mark' | 'item' | 'footnote'>>,
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

  #addHtmlPiece({ inline, isNewBlock, line, lead, ...own }: HtmlPiece): void {
    const at = this.#at;
    if (at.item === null && isNewBlock) this.#block += 1;
    this.#line = line;
    this.#add(lead === null ? at : { ...at, lead }, this.#seenOf(inline), own);
  }
}

/** What stands beside a node. */
interface Beside {
  /** The text of the paragraph just before; null where it is none. */
  readonly before: string | null;
  /** Whether it goes on with what the portion before ended with. */
  readonly goesOn: boolean;
  readonly next: BlockNode | null;
}

/** `inline` with `mark` before it. */
function behind(mark: string, { text, links, pictures }: InlineText): InlineText {
  const moved = links.map((link) => ({
    ...link,
    start: link.start + mark.length,
    end: link.end + mark.length,
  }));
  return { text: mark + text, links: moved, pictures };
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
