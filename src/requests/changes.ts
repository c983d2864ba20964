import type { GuildChange } from '../store/guild-values.ts';
import type { Place } from './add-article.ts';
import { kept } from './kept.ts';
import type { Moderating } from './moderating.ts';
import { requireRoom } from './own-limits.ts';
import { requireManager, requireModerator } from './requester.ts';
import { refused } from './user-facing-error.ts';

/** As many as one can look over. */
const MAX_STEPS = 20;
/** A command changes up to two settings at once. */
const MOST_CHANGES = 2 * MAX_STEPS;

/** What somebody has changed at once. */
export interface Step {
  /** One, or the settings that one command has changed, latest first. */
  readonly changes: readonly [GuildChange, ...GuildChange[]];
  /** Whether it can be taken back: nothing of it has been changed since. */
  readonly isLatest: boolean;
}

/**
 * What was changed last in a server, latest first; for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listChanges(
  { store }: Moderating,
  { requester, guildId }: Place,
): Promise<readonly Step[]> {
  requireModerator(requester);
  const changes = await kept(() => store.guildValues.changes(guildId, MOST_CHANGES));
  const steps: Step[] = [];
  const since = new Set<string>();
  for (const change of changes) {
    const key = `${change.kind} ${change.name}`;
    const isLatest = !since.has(key);
    const last = steps.at(-1);
    if (last !== undefined && isOfOne(last.changes[0], change))
      steps[steps.length - 1] = {
        changes: [...last.changes, change],
        isLatest: last.isLatest && isLatest,
      };
    else steps.push({ changes: [change], isLatest });
    since.add(key);
  }
  return steps.slice(0, MAX_STEPS);
}

/** Whether one command has made both. */
function isOfOne(one: GuildChange, other: GuildChange): boolean {
  return (
    one.kind === 'setting' &&
    other.kind === 'setting' &&
    one.changedBy === other.changedBy &&
    one.changedAt === other.changedAt
  );
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
