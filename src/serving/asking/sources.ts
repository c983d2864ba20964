import { type ArticleInfo, toArticleInfo } from '../../knowledge/article/article.ts';
import { type ArticleParts, countParts } from '../../knowledge/article/article-parts.ts';
import type { AnsweringContext } from '../base/answering-context.ts';

/** Some of the articles that answer at this moment. */
export interface SourcesPage {
  /** Sorted by path. */
  readonly sources: readonly Source[];
  /** Of all articles, not only these. */
  readonly articleCount: number;
  readonly factCount: number;
  readonly refreshedAt: Date;
  /** Whether it is still being learned what the articles mean, so that words alone answer. */
  readonly isLearning: boolean;
}

export interface Source extends ArticleInfo {
  readonly factCount: number;
  readonly parts: ArticleParts;
}

/** Lists articles by their places from 0; anyone may see them. */
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
