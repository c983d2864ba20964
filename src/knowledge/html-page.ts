import { shorten } from '../text/shorten.ts';
import type { Paragraph, Picture } from './article.ts';
import { HtmlBlocks, type HtmlPiece, type HtmlSink } from './html-blocks.ts';
import { type HtmlReader, readTags } from './html-tags.ts';
import { paragraphOf, withoutCharacters } from './paragraphs.ts';
import type { Flaw } from './problem.ts';
import { ReadingNotes } from './reading-notes.ts';
import { SeenText } from './seen-text.ts';
import { isTurned, UNSEEN, withoutUnseen } from './unseen-characters.ts';

/** What surrounds the text of a page, on each page alike. */
const AROUND = ['nav', 'footer', 'dialog'];
/** The same where nothing holds the text alone; inside `<main>` they are its title and its notes. */
const AROUND_ALL = ['header', 'aside'];
/** What a page has for its text alone, by the names of elements. */
const MAIN = /<(?:main|article)[\s>]/i;
const MAIN_NAMES = new Set(['main', 'article']);
/** Each paragraph below carries its headings. */
const MAX_HEADING_CHARS = 300;

/** An HTML page as its reader sees it. */
export interface HtmlPage {
  /** Its first heading, else its `<title>`, which often names the site as well; null where it has neither. */
  readonly title: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly flaws: readonly Flaw[];
}

/** The paragraphs, table rows and code of an HTML page, without menus, footers and what its reader does not see. Runs in linear time. */
export function readHtmlPage(html: string): HtmlPage {
  const reader = new PageReader(MAIN.test(html));
  readTags(html, reader, 1);
  return reader.finish();
}

interface OpenHeading {
  readonly depth: number;
  readonly text: string;
}

class PageReader implements HtmlReader, HtmlSink {
  readonly #seen = new SeenText();
  readonly #html = new HtmlBlocks(this.#seen, this);
  readonly #notes = new ReadingNotes();
  readonly #paragraphs: Paragraph[] = [];
  /** Pictures that stand above any text. */
  #pictures: readonly Picture[] = [];
  #block = 0;
  readonly #hasMain: boolean;
  readonly #aroundNames: ReadonlySet<string>;
  #headings: readonly OpenHeading[] = [];
  #firstHeading: string | null = null;
  #title: string | null = null;
  #isInTitle = false;
  /** How many elements are open of those that hold the text alone, and of those that surround it. */
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
    // A picture in SVG has a title too.
    if (name === 'title') this.#isInTitle = this.#title === null && !this.#seen.isIn('svg');
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

  text(text: string): void {
    if (this.#isInTitle) this.#title = (this.#title ?? '') + text;
    else if (this.#isText) this.#html.text(text);
  }

  paragraph({ inline, isNewBlock, ...own }: HtmlPiece): void {
    if (isTurned(inline.text)) this.#notes.add({ code: 'turned' }, this.#line);
    const { text, links, pictures } = withoutCharacters(inline, UNSEEN);
    if (isNewBlock) this.#block += 1;
    const last = text.trim() === '' ? this.#paragraphs.pop() : undefined;
    // Pictures alone belong to the text above them, or else to the first one below.
    if (last !== undefined) this.#paragraphs.push({ ...last, pictures: [...last.pictures, ...pictures] });
    else if (text.trim() === '') this.#pictures = [...this.#pictures, ...pictures];
    else {
      const headings = this.#headings.map((heading) => heading.text);
      const shown = { text, links, pictures: [...this.#pictures, ...pictures] };
      this.#paragraphs.push(paragraphOf({ ...own, ...shown, headings, block: this.#block }));
      this.#pictures = [];
    }
  }

  endSection(depth: number): void {
    this.#headings = this.#headings.filter((heading) => heading.depth < depth);
  }

  heading(depth: number, whole: string): void {
    const seen = withoutUnseen(whole).replace(/\s+/g, ' ').trim();
    const text = shorten(seen, MAX_HEADING_CHARS);
    if (text === '') return;
    if (text.length < seen.length)
      this.#notes.add({ code: 'long-heading', maxChars: MAX_HEADING_CHARS }, this.#line);
    const above = this.#headings.filter((heading) => heading.depth < depth);
    const isTitle = this.#firstHeading === null && depth === 1;
    this.#firstHeading ??= text;
    this.#headings = isTitle ? above : [...above, { depth, text }];
  }

  finish(): HtmlPage {
    this.#html.flush();
    this.#seen.endTo(0);
    if (this.#seen.takeLeftOut()) this.#notes.add({ code: 'struck' }, 1);
    for (const line of this.#seen.takeUnclosed()) this.#notes.add({ code: 'open-element' }, line);
    const title = this.#title?.replace(/\s+/g, ' ').trim() ?? '';
    return {
      title: this.#firstHeading ?? (title === '' ? null : title),
      paragraphs: this.#paragraphs,
      flaws: this.#notes.flaws(),
    };
  }

  get #isText(): boolean {
    return this.#around === 0 && (!this.#hasMain || this.#main > 0);
  }
}
