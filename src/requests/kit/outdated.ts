import type { ArticleInfo } from '../../knowledge/article/article.ts';
import { OWN_FOLDER } from '../../knowledge/folder/own-path.ts';
import type { Store } from '../../store/open-store.ts';
import { readServerSettings, type SettingsDeps } from './read-server-settings.ts';
import { nullOnStoreError } from './store-errors.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** When an article was last known to hold, and after how many days it may no longer. */
export interface Age {
  /** In milliseconds since 1970. */
  readonly seenMs: number;
  readonly days: number;
}

interface OutdatedDeps extends SettingsDeps {
  readonly store: Pick<Store, 'guildSettings' | 'guildValues'>;
  readonly now: () => number;
}

/** The day that an article tells of itself, captured or else published, in milliseconds since 1970; null where it tells none, or one to come. */
export function readStatedDateMs({ captured, published }: Dated, nowMs: number): number | null {
  const told = Date.parse(captured ?? published ?? '');
  return told <= nowMs ? told : null;
}

/** Whether so many days have passed. */
export function isOutdated({ seenMs, days }: Age, nowMs: number): boolean {
  return nowMs - seenMs > days * DAY_MS;
}

/** The day, as `YYYY-MM-DD`, that an article is from which says itself that it no longer holds; null for any other. */
export function getStatedOutdatedDay(article: ArticleInfo, nowMs: number): string | null {
  const [seenMs, days] = [readStatedDateMs(article, nowMs), article.staleAfterDays];
  return seenMs !== null && days !== null && isOutdated({ seenMs, days }, nowMs) ? dayOf(seenMs) : null;
}

/**
 * The same for who is answered in a server: by the server's limit where the article has none of its own, and from the day on which it was added where
 * it is the server's own and tells no other.
 */
export async function findOutdatedDay(
  outdating: OutdatedDeps,
  guildId: string | null,
  article: ArticleInfo,
): Promise<string | null> {
  const nowMs = outdating.now();
  const seenMs = readStatedDateMs(article, nowMs) ?? (await addedMs(outdating, guildId, article));
  if (seenMs === null) return null;
  const days = article.staleAfterDays ?? (await readServerSettings(outdating, guildId)).staleAfterDays;
  return isOutdated({ seenMs, days }, nowMs) ? dayOf(seenMs) : null;
}

type Dated = Pick<ArticleInfo, 'captured' | 'published'>;

async function addedMs(
  { store, onStoreError }: OutdatedDeps,
  guildId: string | null,
  { path }: ArticleInfo,
): Promise<number | null> {
  if (guildId === null || !path.startsWith(`${OWN_FOLDER}/`)) return null;
  const added = await nullOnStoreError(onStoreError, () => store.guildValues.find(guildId, 'article', path));
  return added?.changedAt ?? null;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
