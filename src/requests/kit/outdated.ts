import { DAY_MS } from '../../kit/time.ts';
import type { ArticleInfo } from '../../knowledge/article/article.ts';
import { OWN_FOLDER } from '../../knowledge/folder/own-path.ts';
import type { Store } from '../../store/open-store.ts';
import type { SettingsDeps, SettingsOfRequest } from './read-server-settings.ts';
import { nullOnStoreError } from './store-errors.ts';

/** The time when an article was last known to be right, and the number of days for which that holds. */
export interface Age {
  /** Milliseconds since 1970. */
  readonly knownMs: number;
  readonly days: number;
}

interface OutdatedDeps extends SettingsOfRequest {
  readonly onStoreError: SettingsDeps['onStoreError'];
  readonly store: Pick<Store, 'serverValues'>;
  readonly now: () => number;
}

/**
 * Reads the day that an article states, captured or else published, in milliseconds since 1970. Returns null
 * if it states none, or a future one.
 */
export function readStatedDateMs({ captured, published }: DatedArticle, nowMs: number): number | null {
  const told = Date.parse(captured ?? published ?? '');
  return told <= nowMs ? told : null;
}

/** Returns whether an article is older than its days allow. */
export function isOutdated({ knownMs, days }: Age, nowMs: number): boolean {
  return nowMs - knownMs > days * DAY_MS;
}

/**
 * Returns the day of an article that is outdated by the limit that it states itself, as `YYYY-MM-DD`, or null
 * for any other.
 */
export function getStatedOutdatedDay(article: ArticleInfo, nowMs: number): string | null {
  return getOutdatedDay(article, { nowMs, defaultDays: null });
}

/**
 * Returns the day of an article of the folder that is outdated, as `YYYY-MM-DD`, or null for any other.
 *
 * @param defaultDays how long an article that states no limit itself stays valid; null where it never becomes outdated
 */
export function getOutdatedDay(
  article: ArticleInfo,
  { nowMs, defaultDays }: { readonly nowMs: number; readonly defaultDays: number | null },
): string | null {
  const [knownMs, days] = [readStatedDateMs(article, nowMs), article.staleAfterDays ?? defaultDays];
  return knownMs !== null && days !== null && isOutdated({ knownMs, days }, nowMs) ? toDay(knownMs) : null;
}

/**
 * Finds the day of an outdated article for a member who is answered in a server, as `YYYY-MM-DD`, or null if
 * it is not outdated. The server's limit counts where the article states none. The day of adding counts for a
 * server's own article that states no date.
 */
export async function findOutdatedDay(
  outdating: OutdatedDeps,
  guildId: string | null,
  article: ArticleInfo,
): Promise<string | null> {
  const nowMs = outdating.now();
  const knownMs = readStatedDateMs(article, nowMs) ?? (await readAddedMs(outdating, guildId, article));
  if (knownMs === null) return null;
  const days = article.staleAfterDays ?? outdating.settings.staleAfterDays;
  return isOutdated({ knownMs, days }, nowMs) ? toDay(knownMs) : null;
}

type DatedArticle = Pick<ArticleInfo, 'captured' | 'published'>;

async function readAddedMs(
  { store, onStoreError }: OutdatedDeps,
  guildId: string | null,
  { path }: ArticleInfo,
): Promise<number | null> {
  if (guildId === null || !path.startsWith(`${OWN_FOLDER}/`)) return null;
  const added = await nullOnStoreError(onStoreError, () => store.serverValues.find(guildId, 'article', path));
  return added?.changedAt ?? null;
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
