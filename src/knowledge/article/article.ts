import type { Span } from '../../text/sentences/sentences.ts';
import type { ArticleLimits } from './limits.ts';

/** One file of the knowledge folder, as a reader sees it. */
export interface Article extends ArticleLimits {
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
  /**
   * BCP 47 tag, such as `en` or `pt-BR`. The front matter gives it; otherwise it is detected from the text. Null where
   * neither is certain.
   */
  readonly language: string | null;
  /**
   * Number of days after which the article may be outdated, 1 to 3,650, or null if the article gives none. The days
   * count from `captured`, else from `published`, else from the day when the article was added.
   */
  readonly staleAfterDays: number | null;
  readonly aliases: readonly Alias[];
  /** Questions to suggest first, in the author's order. */
  readonly pinned: readonly string[];
  /** Body paragraphs, list items, table rows and code blocks in reading order. Headings are not included. */
  readonly paragraphs: readonly Paragraph[];
  /** Every sentence of every paragraph in reading order. Never empty: a file without text is not an article. */
  readonly facts: readonly Fact[];
}

/** An article without its text and without its lists, whose length has no limit. */
export type ArticleInfo = Omit<Article, 'aliases' | 'pinned' | 'paragraphs' | 'facts'>;

/** Returns the fields of an article that describe it, without its text. */
export function toArticleInfo(article: ArticleInfo): ArticleInfo {
  const { path, title, url, publisher, published, captured, language, staleAfterDays } = article;
  const { channels, roles } = article;
  return { path, title, url, publisher, published, captured, language, staleAfterDays, channels, roles };
}

/** A short form and its long form, such as CCD and Customs Cooperation Directorate. */
export interface Alias {
  readonly short: string;
  readonly long: string;
}

/** A longer form stands for nothing that a sentence could say instead. */
export const ALIAS_LIMITS = { maxShortChars: 60, maxLongChars: 300 } as const;

/** Returns whether an alias has more characters than an alias may have. */
export function isLongAlias({ short, long }: Alias): boolean {
  return short.length > ALIAS_LIMITS.maxShortChars || long.length > ALIAS_LIMITS.maxLongChars;
}

/** Longer than any headline: a longer title is a misplaced paragraph. Discord shows at most 256 characters of a title. */
export const MAX_TITLE_CHARS = 300;

/**
 * Longer headings are cut. Each paragraph carries the headings above it; with 50 KB of headings, indexing 70 KB of
 * text took 10 s.
 */
export const MAX_HEADING_CHARS = 300;

/**
 * A leaf of the tree that an article forms. Shared values describe the branches: `headings` identify a section,
 * `block` a list or table, `depth` and `marker` the items in a list.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  /**
   * The text without Markdown's inline marks. Soft line breaks are spaces; nothing else is changed. Hard line breaks
   * and the lines of a code block are separated by `\n`, the cells of a table row by ` | `. Never blank.
   */
  readonly text: string;
  /** The headings above it, outermost first, without the title of the article. */
  readonly headings: readonly string[];
  /** Number of its section. It rises through the article with each heading that opens and each section that ends. */
  readonly section: number;
  /**
   * The text that introduces it: the header row of a table, or the paragraph right before a list. Null where there is
   * none.
   */
  readonly lead: string | null;
  /**
   * Number of its block, rising through the article. A list with the lists inside it has one number, and so has a
   * table. Any other paragraph has its own number.
   */
  readonly block: number;
  /** Number of lists that contain it. */
  readonly depth: number;
  /** The mark before the first paragraph of a list item: `- ` or `3. `. Empty for all other paragraphs. */
  readonly marker: string;
  /** The cells of a table row inside `text`, including empty cells, or null for all other paragraphs. */
  readonly cells: readonly Span[] | null;
  /** In reading order, without overlaps. */
  readonly links: readonly Link[];
  /** The pictures inside it and right after it, in reading order. */
  readonly pictures: readonly Picture[];
  /** The line of the file on which it begins, from 1, or null if the file was converted to Markdown first. */
  readonly line: number | null;
}

/** `item` is a paragraph in a list, `head` the header row of a table. */
type ParagraphKind = 'text' | 'item' | 'head' | 'row' | 'code';

/** The linked words of a paragraph. */
export interface Link extends Span {
  /** Absolute, `http:`, `https:` or `mailto:`. */
  readonly address: string;
}

export interface Picture {
  /** Absolute, `http:` or `https:`. */
  readonly address: string;
  /** The text that replaces the picture where it cannot be shown; may be empty. */
  readonly alternative: string;
}

/** One sentence with its exact location. `paragraph.text.slice(start, end) === text` always holds. */
export interface Fact {
  /**
   * 12 URL-safe characters. The id stays the same while path and wording stay the same, even when the fact moves
   * within the article.
   */
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly headings: readonly string[];
  /** Number of its paragraph in the article's `paragraphs`, from 1. */
  readonly paragraph: number;
  /** Number of the sentence in its paragraph, from 1. */
  readonly sentence: number;
  /** Offset in UTF-16 units from the start of the paragraph's text. */
  readonly start: number;
  readonly end: number;
}

/** The metadata of an article that has only a title, such as a text file or a generated article. */
export const NO_METADATA: Omit<Article, 'path' | 'title' | 'paragraphs' | 'facts'> = {
  url: null,
  publisher: null,
  published: null,
  captured: null,
  language: null,
  staleAfterDays: null,
  channels: null,
  roles: null,
  aliases: [],
  pinned: [],
};
