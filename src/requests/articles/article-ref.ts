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

/**
 * Finds one of a server's own articles by its key, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `not-kept`
 */
export async function findArticle(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, key }: ServerRequest & { readonly key: string },
): Promise<ServerValue> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'article'));
  const found = values.find(({ name }) => toArticleKey(name) === key);
  if (found === undefined) throw createRefusal({ kind: 'no-such-article' });
  return found;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_CHARS);
}
