import { MAX_HEADING_CHARS, NO_METADATA, type Paragraph } from '../article/article.ts';
import { type FileProblem, LeftOutLog } from '../article/problem.ts';
import { HtmlBlocks, type HtmlPiece, type HtmlSink } from '../html/html-blocks.ts';
import { type HtmlVisitor, readTags } from '../html/html-tags.ts';
import { SeenText } from '../html/seen-text.ts';
import {
  keepHeadingsAbove,
  LOOSE_DEPTH,
  type OpenHeading,
  ParagraphCollector,
  readHeading,
} from '../paragraphs/paragraph-collector.ts';
import { buildParagraph, type InlineText } from '../paragraphs/paragraphs.ts';
import { chooseTitle, type FileContent } from './file-content.ts';

/** Elements around the text of every page. */
const AROUND = ['nav', 'footer', 'dialog'];
/**
 * Further elements around the text, where no element holds the text alone. Inside `<main>` they are its title and its
 * notes.
 */
const AROUND_ALL = ['header', 'aside'];
/** The elements that hold only the text of a page. */
const MAIN = /<(?:main|article)[\s>]/i;
const MAIN_NAMES = new Set(['main', 'article']);

/** An HTML page as a reader sees it. */
export interface HtmlPage {
  /** The first heading, or else the `<title>`, which often names the site as well. Null where the page has neither. */
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly problems: readonly FileProblem[];
}

/** Reads an HTML file. */
export function readHtmlFile(text: string, path: string): FileContent {
  const { title, paragraphs, problems } = readHtmlPage(text);
  const metadata = { ...NO_METADATA, title: chooseTitle(title, path) };
  return { content: { metadata, paragraphs }, problems };
}

/**
 * Reads the paragraphs, table rows and code of an HTML page, without menus, footers and hidden text. Runs in linear
 * time.
 */
export function readHtmlPage(html: string): HtmlPage {
  const page = new PageVisitor(MAIN.test(html));
  readTags(html, page, 1);
  return page.finish();
}

class PageVisitor implements HtmlVisitor, HtmlSink {
  readonly #seen = new SeenText();
  readonly #html = new HtmlBlocks(this.#seen, this);
  readonly #notes = new LeftOutLog();
  readonly #collector = new ParagraphCollector();
  #block = 0;
  #section = 0;
  readonly #hasMain: boolean;
  readonly #aroundNames: ReadonlySet<string>;
  #headings: readonly OpenHeading[] = [];
  #firstHeading: string | null = null;
  #title: string | null = null;
  #isInTitle = false;
  /** Number of open elements that hold the text alone, and of open elements around it. */
  #main = 0;
  #around = 0;
  #line = 1;

  constructor(hasMain: boolean) {
    this.#hasMain = hasMain;
    this.#aroundNames = new Set(hasMain ? AROUND : [...AROUND, ...AROUND_ALL]);
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    this.#line = line;
    if (MAIN_NAMES.has(name)) this.#main += 1;
    if (this.#aroundNames.has(name)) {
      this.#html.flush();
      this.#around += 1;
    }
    // An SVG picture has a title, too.
    if (name === 'title') this.#isInTitle = this.#title === null && !this.#seen.isInside('svg');
    this.#html.open(name, attributes, line);
  }

  close(name: string): void {
    this.#html.close(name);
    if (name === 'title') this.#isInTitle = false;
    if (MAIN_NAMES.has(name)) this.#main = Math.max(0, this.#main - 1);
    if (this.#aroundNames.has(name)) {
      this.#html.flush();
      this.#around = Math.max(0, this.#around - 1);
    }
  }

  addText(text: string): void {
    if (this.#isInTitle) this.#title = (this.#title ?? '') + text;
    else if (this.#isText) this.#html.addText(text);
  }

  addParagraph({ inline, isNewBlock, ...own }: HtmlPiece): void {
    this.#notes.addAll(this.#seen.takeLeftOut(), this.#line);
    if (isNewBlock) this.#block += 1;
    if (inline.text.trim() === '') this.#collector.addPictures(inline.pictures);
    else this.#collector.add(this.#buildParagraph({ ...own, ...inline }), null);
  }

  endSection(depth: number): void {
    this.#collector.endSection(depth);
    this.#section += 1;
    this.#headings = keepHeadingsAbove(this.#headings, depth);
  }

  addHeading(depth: number, inline: InlineText): void {
    const { text, isCut, isMarked } = readHeading(inline.text);
    if (text === '') return;
    if (isCut) this.#notes.add({ code: 'long-heading', maxChars: MAX_HEADING_CHARS }, this.#line);
    this.#headings = keepHeadingsAbove(this.#headings, depth);
    this.#section += 1;
    if (depth < LOOSE_DEPTH) this.#collector.openHeading(depth);
    else {
      this.#block += 1;
      this.#collector.openLooseHeading(depth, this.#buildParagraph({ ...inline, line: this.#line }), null);
    }
    const isTitle = this.#firstHeading === null && depth === 1;
    if (depth < LOOSE_DEPTH) this.#firstHeading ??= text;
    if (!isTitle) this.#headings = [...this.#headings, { depth, text, isMarked }];
  }

  #buildParagraph(own: Pick<Paragraph, 'text'> & Partial<Paragraph>): Paragraph {
    const headings = this.#headings.map(({ text }) => text);
    return buildParagraph({ ...own, headings, block: this.#block, section: this.#section });
  }

  finish(): HtmlPage {
    this.#html.flush();
    this.#seen.closeDownTo(0);
    this.#notes.addAll(this.#seen.takeLeftOut(), this.#line);
    for (const line of this.#seen.takeUnclosed()) this.#notes.add({ code: 'open-element' }, line);
    const title = this.#title?.replace(/\s+/g, ' ').trim() ?? '';
    return {
      title: this.#firstHeading ?? (title === '' ? null : title),
      paragraphs: this.#collector.finish().map(({ paragraph }) => paragraph),
      problems: this.#notes.toProblems(),
    };
  }

  get #isText(): boolean {
    return this.#around === 0 && (!this.#hasMain || this.#main > 0);
  }
}
