import { type ArticleInfo, toArticleInfo } from '../../knowledge/article/article.ts';
import { type ArticleParts, countParts } from '../../knowledge/article/article-parts.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/** A page of the list of articles that answer now. */
export interface SourcesPage {
  /** Sorted by path. */
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

/** Lists articles by their positions from 0; anyone may see them. */
export function listSources(
  { base, refreshedAt, isLearning }: Pick<AnsweringContext, 'base' | 'refreshedAt' | 'isLearning'>,
  { from, count }: { readonly from: number; readonly count: number },
): SourcesPage {
  const sources = base.articles.slice(from, from + count).map((article) => ({
    ...toArticleInfo(article),
    factCount: article.facts.length,
    parts: countParts(article.paragraphs),
  }));
  return {
    sources,
    articleCount: base.articles.length,
    factCount: base.facts.length,
    refreshedAt,
    isLearning,
  };
}
