import {
  type Article,
  type ArticleInfo,
  type Paragraph,
  toArticleInfo,
} from '../../knowledge/article/article.ts';
import { comparePaths } from '../../knowledge/folder/collect-knowledge.ts';
import { isOwnPath } from '../../knowledge/folder/own-path.ts';
import { isQuestion } from '../../text/words/questions.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/** A page of the list of articles that answer now. */
export interface SourcesPage {
  /** Sorted by path, those of the server last. */
  readonly sources: readonly Source[];
  /** The number of all articles, not only of these. */
  readonly articleCount: number;
  readonly factCount: number;
  readonly refreshedAt: Date;
  /** Whether the encoders still embed the articles, so that words alone answer. */
  readonly isLearning: boolean;
}

export interface Source extends ArticleInfo {
  readonly factCount: number;
  readonly parts: ArticleParts;
}

/** Lists articles by their positions from 0, sorted by path, those of the server last; anyone may see them. */
export function listSources(
  { base, refreshedAt, isLearning }: Pick<AnsweringContext, 'base' | 'refreshedAt' | 'isLearning'>,
  { from, count }: { readonly from: number; readonly count: number },
): SourcesPage {
  const articles =
    base.segments.length === 1
      ? base.listArticles(from, count)
      : base.articles.toSorted(compareSources).slice(from, from + count);
  const sources = articles.map((article) => ({
    ...toArticleInfo(article),
    factCount: article.facts.length,
    parts: countParts(article.paragraphs),
  }));
  return {
    sources,
    articleCount: base.articleCount,
    factCount: base.factCount,
    refreshedAt,
    isLearning,
  };
}

function compareSources(a: Article, b: Article): number {
  return Number(isOwnPath(a.path)) - Number(isOwnPath(b.path)) || comparePaths(a, b);
}

/** Counts of the parts of an article. */
interface ArticleParts {
  /** Headings with text below them, including headings that are questions. */
  readonly sections: number;
  /** A list counts once, together with the lists inside it. */
  readonly lists: number;
  readonly tables: number;
  readonly codeBlocks: number;
  /** Headings that are questions. */
  readonly questions: number;
}

/** Counts the sections, lists, tables, code blocks and questions among the paragraphs of an article. */
function countParts(paragraphs: readonly Paragraph[]): ArticleParts {
  const sections = new Map<string, string>();
  const lists = new Set<number>();
  const tables = new Set<number>();
  let codeBlocks = 0;
  let last: readonly string[] = [];
  for (const { kind, depth, block, headings } of paragraphs) {
    if (depth > 0) lists.add(block);
    if (kind === 'row' || kind === 'head') tables.add(block);
    if (kind === 'code') codeBlocks += 1;
    if (headings.join('\n') === last.join('\n')) continue;
    last = headings;
    for (const [index, heading] of headings.entries())
      sections.set(headings.slice(0, index + 1).join('\n'), heading);
  }
  const questions = [...sections.values()].filter(isQuestion).length;
  return { sections: sections.size, lists: lists.size, tables: tables.size, codeBlocks, questions };
}
