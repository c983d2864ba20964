import {
  type Alias,
  type Article,
  type ArticleInfo,
  type Fact,
  type Paragraph,
  toArticleInfo,
} from '../../knowledge/article/article.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { shorten } from '../../text/layout/printable.ts';

/** An article may have megabytes. A page of it has as much as somebody reads, and as one message carries. */
const MAX_CHARS = 60_000;
const MAX_PARAGRAPHS = 400;
const MAX_PARAGRAPH_CHARS = 20_000;
const MAX_FACTS_IN_PARAGRAPH = 500;
const MAX_HINTS = 100;

/** Names an article, and the part of it to show: around a fact, or from a paragraph on, counted from 0. */
export interface ArticlePageRequest {
  readonly path: string;
  readonly aroundFactId: string | null;
  readonly from: number;
}

/** A part of an article as members see it, with the facts in it. */
export interface ArticlePage {
  readonly article: ArticleInfo;
  readonly factCount: number;
  /** At most 100. */
  readonly aliases: readonly Alias[];
  /** At most 100. */
  readonly pinned: readonly string[];
  readonly paragraphs: readonly PagedParagraph[];
  /** The number of the first of them in the article, from 0. */
  readonly from: number;
  readonly paragraphCount: number;
}

export interface PagedParagraph
  extends Pick<Paragraph, 'kind' | 'text' | 'headings' | 'depth' | 'marker' | 'links' | 'cells' | 'line'> {
  /** In reading order, with their offsets in `text`. */
  readonly facts: readonly Pick<Fact, 'id' | 'start' | 'end'>[];
}

/** Reads a part of an article, or null if no article has the path. */
export function readArticlePage(
  base: Pick<FactBase, 'findArticle'>,
  { path, aroundFactId, from: wanted }: ArticlePageRequest,
): ArticlePage | null {
  const article = base.findArticle(path);
  if (article === undefined) return null;
  const { paragraphs, facts, aliases, pinned } = article;
  const fact = aroundFactId === null ? undefined : facts.find(({ id }) => id === aroundFactId);
  const from = fact === undefined ? Math.min(wanted, paragraphs.length - 1) : findStart(article, fact);
  const shown: PagedParagraph[] = [];
  const factsOf = groupFacts(facts, { from, to: from + MAX_PARAGRAPHS });
  let room = MAX_CHARS;
  for (const [offset, paragraph] of paragraphs.slice(from, from + MAX_PARAGRAPHS).entries()) {
    room -= countChars(paragraph);
    if (room < 0 && offset > 0) break;
    shown.push(toPagedParagraph(paragraph, factsOf.get(from + offset + 1) ?? []));
  }
  return {
    article: toArticleInfo(article),
    factCount: facts.length,
    aliases: aliases.slice(0, MAX_HINTS),
    pinned: pinned.slice(0, MAX_HINTS),
    paragraphs: shown,
    from,
    paragraphCount: paragraphs.length,
  };
}

/** Finds where a page begins that has a fact at its middle at the latest: 0 where the beginning of the article fits before it. */
function findStart({ paragraphs }: Article, { paragraph }: Fact): number {
  let from = paragraph - 1;
  let room = MAX_CHARS / 2;
  while (from > 0 && paragraph - from < MAX_PARAGRAPHS / 2) {
    const above = paragraphs[from - 1];
    room -= above === undefined ? 0 : countChars(above);
    if (room < 0) break;
    from -= 1;
  }
  return from;
}

/** Groups facts by the number of their paragraph, from 1, for the paragraphs from one index to another, from 0. */
function groupFacts(
  facts: readonly Fact[],
  { from, to }: { readonly from: number; readonly to: number },
): ReadonlyMap<number, readonly Fact[]> {
  const groups = new Map<number, Fact[]>();
  for (const fact of facts) {
    if (fact.paragraph <= from || fact.paragraph > to) continue;
    const group = groups.get(fact.paragraph) ?? [];
    group.push(fact);
    groups.set(fact.paragraph, group);
  }
  return groups;
}

function countChars({ text, headings }: Paragraph): number {
  const headingChars = headings.reduce((sum, { length }) => sum + length, 0);
  return Math.min(text.length, MAX_PARAGRAPH_CHARS) + headingChars;
}

function toPagedParagraph(paragraph: Paragraph, facts: readonly Fact[]): PagedParagraph {
  const { kind, headings, depth, marker, cells, line } = paragraph;
  const text = shorten(paragraph.text, MAX_PARAGRAPH_CHARS);
  const isInside = ({ end }: { readonly end: number }): boolean => end <= text.length;
  return {
    kind,
    text,
    headings,
    depth,
    marker,
    line,
    links: paragraph.links.filter(isInside),
    cells: cells?.filter(isInside) ?? null,
    facts: facts
      .filter(isInside)
      .slice(0, MAX_FACTS_IN_PARAGRAPH)
      .map(({ id, start, end }) => ({ id, start, end })),
  };
}
