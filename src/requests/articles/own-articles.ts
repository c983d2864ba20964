import type { ArticleInfo } from '../../knowledge/article/article.ts';
import type { GuildValue } from '../../store/records/guild-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { isOutdated, readStatedDateMs } from '../kit/outdated.ts';
import { requireManager, requireModerator, type ServerRequest } from '../kit/requester.ts';
import { nullOnStoreError, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { requireWithinTotal } from './own-limits.ts';

/** An article that a server's moderators have added. */
export interface OwnArticle {
  readonly article: ArticleInfo & { readonly factCount: number };
  readonly addedBy: string;
  readonly addedAt: Date;
  /** More than so many days, as it says itself or the server has set, have passed since it was captured, else published, else added; null where not. */
  readonly staleAfterDays: number | null;
  /** The titles of other articles that say one of its sentences in nearly the same words. */
  readonly saidIn: readonly string[];
}

export interface OwnArticles {
  /** Whether none of them answers, since they took too much time or memory. */
  readonly areSetAside: boolean;
  /** Sorted by path. */
  readonly articles: readonly OwnArticle[];
  /** Paths of files that do not answer: another version has written them, they do not fit beside the others, or all are set aside. */
  readonly unreadable: readonly string[];
}

/**
 * The articles that a server's moderators have added, with what wants looking after; for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listOwnArticles(
  { store, knowledge, now }: ModerationDeps,
  { requester, guildId }: ServerRequest,
): Promise<OwnArticles> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.guildValues.list(guildId, 'article'));
  const settings = await refuseOnStoreError(() => store.guildSettings.read(guildId));
  const own = await knowledge.run(guildId, 'describeOwn', {});
  const byPath = new Map(own.map((each) => [each.article.path, each]));
  const found = values.map((value) => ({ value, read: byPath.get(value.name) }));
  return {
    areSetAside: await knowledge.isSetAside(guildId),
    articles: found.flatMap(({ value, read }) => {
      if (read === undefined) return [];
      const { article, factCount, saidIn } = read;
      const days = article.staleAfterDays ?? settings.staleAfterDays;
      // Since it was added where it tells no day: otherwise it would never be stale.
      const seenMs = readStatedDateMs(article, now()) ?? value.changedAt;
      const staleAfterDays = isOutdated({ seenMs, days }, now()) ? days : null;
      const addedAt = new Date(value.changedAt);
      return [
        { article: { ...article, factCount }, addedBy: value.changedBy, addedAt, staleAfterDays, saidIn },
      ];
    }),
    unreadable: found.filter(({ read }) => read === undefined).map(({ value }) => value.name),
  };
}

/** The paths of a server's own articles, sorted, to choose from; none for others than moderators, or where the store is out of order. */
export async function listOwnPaths(
  { store, onStoreError }: ModerationDeps,
  { requester, guildId }: ServerRequest,
): Promise<readonly string[]> {
  if (!requester.isModerator && !requester.managesServer) return [];
  const values = await nullOnStoreError(onStoreError, () => store.guildValues.list(guildId, 'article'));
  return (values ?? []).map(({ name }) => name);
}

/**
 * One of a server's own articles as the file it is; for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `not-kept`
 */
export async function readOwnArticle(
  { store }: ModerationDeps,
  { requester, guildId, path }: ServerRequest & { readonly path: string },
): Promise<GuildValue> {
  requireModerator(requester);
  const value = await refuseOnStoreError(() => store.guildValues.find(guildId, 'article', path));
  if (value === null) throw createRefusal({ kind: 'no-such-article' });
  return value;
}

/**
 * All of a server's own articles as files, sorted by path, no more of them than fit into one file of Discord's; for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `articles-too-large`, `not-kept`
 */
export async function exportArticles(
  { store }: ModerationDeps,
  { requester, guildId }: ServerRequest,
): Promise<readonly GuildValue[]> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.guildValues.list(guildId, 'article'));
  requireWithinTotal(values);
  return values;
}

/**
 * Takes an article of a server's own away; for those who manage the server. Gives the number of the change, by which it can be undone.
 *
 * @throws {UserFacingError} `not-a-manager`, `no-such-article`, `not-kept`
 */
export async function removeArticle(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, path }: ServerRequest & { readonly path: string },
): Promise<number> {
  requireManager(requester);
  const [change] = await refuseOnStoreError(() =>
    store.guildValues.change(guildId, requester.memberId, [{ kind: 'article', name: path, value: null }]),
  );
  if (change === undefined) throw createRefusal({ kind: 'no-such-article' });
  return change.number;
}
