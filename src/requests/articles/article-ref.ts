import { createHash } from 'node:crypto';
import type { ServerValue } from '../../store/records/server-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

const HASH_CHARS = 16;

/** Returns a short key for the path of a server's own article, for where the path is too long. */
export function toArticleKey(path: string): string {
  return hash(path);
}

/** Returns a short mark of the text of an article: another text has another mark. */
export function toTextMark(text: string): string {
  return hash(text);
}

/** Says which of a server's own articles is meant: by its path, or by the key of its path. */
export type ArticleRef = { readonly path: string } | { readonly key: string };

/**
 * Finds one of a server's own articles, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `not-kept`
 */
export async function findArticle(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, ...ref }: ServerRequest & ArticleRef,
): Promise<ServerValue> {
  requireModerator(requester);
  const found = await refuseOnStoreError(async () => {
    const path = 'path' in ref ? ref.path : await findPath(store, guildId, ref.key);
    return path === null ? null : store.serverValues.find(guildId, 'article', path);
  });
  if (found === null) throw createRefusal({ kind: 'no-such-article' });
  return found;
}

/** Reads the names alone: the texts of a server's articles have up to 4 MB. */
async function findPath(
  { serverValues }: ModerationDeps['store'],
  guildId: string,
  key: string,
): Promise<string | null> {
  const paths = await serverValues.listNames(guildId, 'article');
  return paths.find((path) => toArticleKey(path) === key) ?? null;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_CHARS);
}
