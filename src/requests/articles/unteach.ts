import { lessonId, parseTaught } from '../../serving/base/taught-phrasing.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { refused } from '../kit/user-facing-error.ts';
import type { Place } from './add-article.ts';

export interface Untaught {
  /** The question, as it was taught. */
  readonly phrasing: string;
  /** By which it can be taught again. */
  readonly changeNumber: number;
}

/**
 * Takes back what was taught of one question of a server, however long ago; for its moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`; `not-taught` where it is not, in this server, or otherwise by now; `not-kept`
 */
export async function unteach(
  { store, knowledge }: Pick<ModerationDeps, 'store' | 'knowledge'>,
  { requester, guildId, id }: Place & { readonly id: string },
): Promise<Untaught> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.guildValues.list(guildId, 'taught'));
  const [meant] = values.flatMap(({ name, value }) => {
    const lesson = parseTaught(value);
    return lesson !== null && lessonId(lesson) === id ? { name, phrasing: lesson.phrasing } : [];
  });
  if (meant === undefined) throw refused({ kind: 'not-taught' });
  const wish = { kind: 'taught', name: meant.name, value: null } as const;
  const [change] = await refuseOnStoreError(() =>
    store.guildValues.change(guildId, requester.memberId, [wish]),
  );
  if (change === undefined) throw refused({ kind: 'not-taught' });
  knowledge.forget(guildId);
  return { phrasing: meant.phrasing, changeNumber: change.number };
}
