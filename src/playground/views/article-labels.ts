import type { ArticleInfo } from '../../knowledge/article/article.ts';
import { getOutdatedDay } from '../../requests/kit/outdated.ts';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import { playgroundTexts } from '../../wording/kit/english.ts';

/** Lists what an author should know of an article at once, by the settings of a new server. */
export function buildLabels(article: ArticleInfo, nowMs: number): readonly string[] {
  const defaultDays = DEFAULT_SETTINGS.staleAfterDays;
  return getOutdatedDay(article, { nowMs, defaultDays }) === null ? [] : [playgroundTexts.articles.outdated];
}
