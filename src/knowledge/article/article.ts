import type { Span } from '../../text/sentences/sentences.ts';

/** One file of the knowledge folder, as its reader sees it. */
export interface Article {
  /** Relative to the knowledge folder, with `/` between the parts on every system; unique in a fact base. */
  readonly path: string;
  /** On one line, from 1 to 300 characters, without control characters. */
  readonly title: string;
  /** Absolute, `http:` or `https:`, as the author wrote it. */
  readonly url: string | null;
  readonly publisher: string | null;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published: string | null;
  /** ISO date, `YYYY-MM-DD`: the day on which the text was taken from where it stood. */
  readonly captured: string | null;
  /** BCP 47 tag, such as `en` or `pt-BR`: as the front matter tells, else as the text is recognised; null where neither is sure. */
  readonly language: string | null;
  /** After so many days from the one it was captured, else published, else added it may no longer hold, 1 to 3,650; null where it does not say. */
  readonly staleAfterDays: number | null;
  readonly aliases: readonly Alias[];
  /** Questions to suggest first, in the author's order. */
  readonly pinned: readonly string[];
  /** Body paragraphs, list items, table rows and code blocks in reading order; headings are not among them. */
  readonly paragraphs: readonly Paragraph[];
  /** Every sentence of every paragraph in reading order; never empty: a file without text is no article. */
  readonly facts: readonly Fact[];
}

/** What is told of an article beside its text, however long that is. */
export type ArticleInfo = Omit<Article, 'aliases' | 'pinned' | 'paragraphs' | 'facts'>;

/** What is told of an article beside its text. */
export function toArticleInfo(article: ArticleInfo): ArticleInfo {
  const { path, title, url, publisher, published, captured, language, staleAfterDays } = article;
  return { path, title, url, publisher, published, captured, language, staleAfterDays };
}

/** A short form and what it stands for, such as CCD and Customs Cooperation Directorate. */
export interface Alias {
  readonly short: string;
  readonly long: string;
}

/** Longer headings are cut: each paragraph below carries them, and with 50 KB of them, 70 KB of text took 10 s to index. */
export const MAX_HEADING_CHARS = 300;

/**
 * A leaf of an article's tree. The branches are told by what the leaves have in common: `headings` make the sections, `block` the list or table,
 * `depth` and `marker` the items in it.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  /**
   * Markdown's inline marks taken off, soft line breaks turned into spaces, nothing else changed. Hard line breaks
   * and the lines of a code block are `\n`; the cells of a table row are joined by ` | `. Never blank.
   */
  readonly text: string;
  /** The headings above it, outermost first; the article's title is not among them. */
  readonly headings: readonly string[];
  /** Rises through the article, with each heading that opens and each section that ends. */
  readonly section: number;
  /** What introduces it: a table's header row, for list items the paragraph just before the list. */
  readonly lead: string | null;
  /** Rises through the article. A whole list with the lists in it has one number, and so has a table; any other paragraph has its own. */
  readonly block: number;
  /** How many lists it stands in. */
  readonly depth: number;
  /** What stands before the first paragraph of a list item: `- ` or `3. `. Empty before any other. */
  readonly marker: string;
  /** The cells of a table row in `text`, empty ones too; null for anything else. */
  readonly cells: readonly Span[] | null;
  /** In reading order; they never overlap. */
  readonly links: readonly Link[];
  /** Those in it and right behind it, in reading order. */
  readonly pictures: readonly Picture[];
  /** The line of the file on which it begins, from 1; null where the file was converted first. */
  readonly line: number | null;
}

/** `item`: a paragraph in a list; `head`: the header row of a table. */
type ParagraphKind = 'text' | 'item' | 'head' | 'row' | 'code';

/** Words of a paragraph that lead somewhere. */
export interface Link extends Span {
  /** Absolute, `http:`, `https:` or `mailto:`. */
  readonly address: string;
}

export interface Picture {
  /** Absolute, `http:` or `https:`. */
  readonly address: string;
  /** What stands in its place where it is not seen; perhaps empty. */
  readonly alternative: string;
}

/** One sentence with its exact place. `paragraph.text.slice(start, end) === text` always holds. */
export interface Fact {
  /** 12 URL-safe characters; the same as long as path and wording stay the same, wherever in the article it moves. */
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly headings: readonly string[];
  /** From 1, over the article's `paragraphs`. */
  readonly paragraph: number;
  /** From 1, within the paragraph. */
  readonly sentence: number;
  /** UTF-16 units from the start of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** What an article tells of itself that has a title and nothing else: what a text file and a made-up article are. */
export const NO_METADATA: Omit<Article, 'path' | 'title' | 'paragraphs' | 'facts'> = {
  url: null,
  publisher: null,
  published: null,
  captured: null,
  language: null,
  staleAfterDays: null,
  aliases: [],
  pinned: [],
};
