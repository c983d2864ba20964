import type { ArticleInfo } from '../../knowledge/article/article.ts';
import type { Readers } from '../../knowledge/article/limits.ts';
import type { ServerValue } from '../../store/records/server-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { isOutdated, readStatedDateMs } from '../kit/outdated.ts';
import type { SettingsOfRequest } from '../kit/read-server-settings.ts';
import { getToolReaders, requireManager, requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { findTitle, isTitleForAll, listOwnTitles } from './find-article.ts';
import { findLostTaught } from './lost-taught.ts';
import { requireWithinTotal } from './own-limits.ts';

/** An article that a server's moderators added. */
export interface OwnArticle {
  readonly article: ArticleInfo & { readonly factCount: number };
  readonly addedBy: string;
  readonly addedAt: Date;
  /**
   * The number of days after which the article counts as stale, where they have passed, or null if not. The
   * article states the number, else the server's setting does. They count since it was captured, else
   * published, else added.
   */
  readonly staleAfterDays: number | null;
  /** The titles of other articles that say one of its sentences in nearly the same words. */
  readonly saidIn: readonly string[];
}

export interface OwnArticles {
  /** Whether none of the articles answers, because they took too much time or memory. */
  readonly areSetAside: boolean;
  /** Sorted by path. */
  readonly articles: readonly OwnArticle[];
  /**
   * Paths of files that do not answer: another version wrote them, they do not fit beside the others, or all
   * are set aside.
   */
  readonly unreadable: readonly string[];
}

/**
 * Lists the articles that a server's moderators added, with stale and duplicate ones marked, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listOwnArticles(
  deps: ModerationDeps & SettingsOfRequest,
  { requester, guildId }: ServerRequest,
): Promise<OwnArticles> {
  requireModerator(requester);
  return readOwnArticles(deps, { guildId, readers: getToolReaders(requester) });
}

/**
 * Counts the stale articles among those that a server's moderators added, for the bot itself.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function countStaleArticles(
  deps: ModerationDeps & SettingsOfRequest,
  guildId: string,
): Promise<number> {
  const { store, knowledge } = deps;
  const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'article'));
  const own = await knowledge.run(guildId, 'listOwnInfos', {});
  const byPath = new Map(own.map((article) => [article.path, article]));
  return values.filter((value) => {
    const article = byPath.get(value.name);
    return article !== undefined && findStaleDays(article, value, deps) !== null;
  }).length;
}

/** Returns the number of days after which an article counts as stale, where they have passed, or null if not. */
function findStaleDays(
  article: ArticleInfo,
  { changedAt }: ServerValue,
  { now, settings }: Pick<ModerationDeps, 'now'> & SettingsOfRequest,
): number | null {
  const days = article.staleAfterDays ?? settings.staleAfterDays;
  // An article without a date counts from the day it was added; otherwise it would never be stale.
  const knownMs = readStatedDateMs(article, now()) ?? changedAt;
  return isOutdated({ knownMs, days }, now()) ? days : null;
}

async function readOwnArticles(
  deps: ModerationDeps & SettingsOfRequest,
  { guildId, readers }: { readonly guildId: string; readonly readers: Readers },
): Promise<OwnArticles> {
  const { store, knowledge } = deps;
  const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'article'));
  const own = await knowledge.run(guildId, 'describeOwn', {}, readers);
  const byPath = new Map(own.map((each) => [each.article.path, each]));
  const found = values.map((value) => ({ value, read: byPath.get(value.name) }));
  return {
    areSetAside: await knowledge.isSetAside(guildId),
    articles: found.flatMap(({ value, read }) => {
      if (read === undefined) return [];
      const { article, factCount, saidIn } = read;
      const staleAfterDays = findStaleDays(article, value, deps);
      const addedAt = new Date(value.changedAt);
      return [
        { article: { ...article, factCount }, addedBy: value.changedBy, addedAt, staleAfterDays, saidIn },
      ];
    }),
    unreadable: found.filter(({ read }) => read === undefined).map(({ value }) => value.name),
  };
}

/**
 * Reads all of a server's own articles as files, sorted by path, for moderators. Refuses more than fit into
 * one file on Discord.
 *
 * @throws {UserFacingError} `not-a-moderator`, `articles-too-large`, `not-kept`
 */
export async function exportArticles(
  { store }: ModerationDeps,
  { requester, guildId }: ServerRequest,
): Promise<readonly ServerValue[]> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'article'));
  requireWithinTotal(values);
  return values;
}

/** An article that was removed. */
export interface RemovedArticle {
  readonly title: string;
  /** Whether everybody may learn the title. */
  readonly isTitleForAll: boolean;
  /** The number of the change, by which it can be undone. */
  readonly changeNumber: number;
  /** The questions whose taught answers no longer have their passage, as they were taught. */
  readonly lostQuestions: readonly string[];
}

/**
 * Removes one of a server's own articles, for members who manage the server.
 *
 * @throws {UserFacingError} `not-a-manager`, `no-such-article`, `not-kept`
 */
export async function removeArticle(
  deps: Pick<ModerationDeps, 'store' | 'knowledge'>,
  { requester, guildId, path }: ServerRequest & { readonly path: string },
): Promise<RemovedArticle> {
  requireManager(requester);
  const titles = await listOwnTitles(deps, guildId);
  const removal = { kind: 'article', name: path, value: null } as const;
  const { result, lostQuestions } = await findLostTaught(deps, { guildId, paths: [path] }, () =>
    refuseOnStoreError(() => deps.store.serverValues.change(guildId, requester.memberId, [removal])),
  );
  const [change] = result;
  if (change === undefined) throw createRefusal({ kind: 'no-such-article' });
  return {
    title: findTitle(titles, path, change.before),
    isTitleForAll: isTitleForAll(titles, path),
    changeNumber: change.number,
    lostQuestions,
  };
}
