import type { ArticleInfo } from '../../knowledge/article/article.ts';
import { type ArticleLimits, isLimited } from '../../knowledge/article/limits.ts';
import { getOutdatedDay } from '../../requests/kit/outdated.ts';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { addSign, describeLimits } from '../../wording/article-words.ts';
import { english, playgroundTexts } from '../../wording/kit/english.ts';

/** Lists what an author should know of an article at once, by the settings of a new server. */
export function buildLabels(article: ArticleInfo, nowMs: number): readonly string[] {
  const defaultDays = DEFAULT_SETTINGS.staleAfterDays;
  const isOutdated = getOutdatedDay(article, { nowMs, defaultDays }) !== null;
  return [...(isOutdated ? [playgroundTexts.articles.outdated] : []), ...labelLimits([article])];
}

/** Says to whom these articles are limited, each once; empty where all are for everybody. */
export function labelLimits(articles: readonly ArticleLimits[]): readonly string[] {
  const labels = articles
    .filter(isLimited)
    .map((article) => toPrintable(describeLimits(article, english, addSign)));
  return [...new Set(labels)];
}
