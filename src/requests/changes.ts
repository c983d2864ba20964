import type { GuildChange } from '../store/guild-values.ts';
import type { Place } from './add-article.ts';
import { kept } from './kept.ts';
import type { Moderating } from './moderating.ts';
import { requireRoom } from './own-limits.ts';
import { requireManager, requireModerator } from './requester.ts';
import { refused } from './user-facing-error.ts';

/** As many as one can look over. */
const MAX_CHANGES = 20;

/**
 * What was changed last in a server, latest first; for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listChanges(
  { store }: Moderating,
  { requester, guildId }: Place,
): Promise<readonly GuildChange[]> {
  requireModerator(requester);
  return kept(() => store.guildValues.changes(guildId, MAX_CHANGES));
}

/**
 * Takes changes back, all or none, and gives the changes that this is; for those who manage the server. None where articles that come back by it would
 * be more than a server may have.
 *
 * @throws {UserFacingError} `not-a-manager`, `changed-since`, `too-many-articles`, `articles-too-large`, `not-kept`
 */
export async function undoChanges(
  moderating: Moderating,
  request: Place & { readonly numbers: readonly number[] },
): Promise<readonly GuildChange[]> {
  requireManager(request.requester);
  // Nobody may add an article between the looking and the writing.
  return moderating.turns.take(request.guildId, () => undo(moderating, request));
}

async function undo(
  { store, knowledge }: Moderating,
  { requester, guildId, numbers }: Place & { readonly numbers: readonly number[] },
): Promise<readonly GuildChange[]> {
  const changes = await kept(() => store.guildValues.numbered(guildId, numbers));
  const wishes = changes.map(({ kind, name, before }) => ({ kind, name, value: before }));
  requireRoom(await kept(() => store.guildValues.all(guildId, 'article')), wishes);
  const undone = await kept(() => store.guildValues.undo(guildId, requester.memberId, numbers));
  if (undone === null) throw refused({ kind: 'changed-since' });
  knowledge.forget(guildId);
  return undone;
}
