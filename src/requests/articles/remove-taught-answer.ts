import { hashTaughtAnswer, parseTaughtAnswer } from '../../serving/base/taught-answer.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireModerator } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import type { ServerRequest } from './add-article.ts';

export interface RemovedTaughtAnswer {
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
export async function removeTaughtAnswer(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, id }: ServerRequest & { readonly id: string },
): Promise<RemovedTaughtAnswer> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.guildValues.list(guildId, 'taught'));
  const [meant] = values.flatMap(({ name, value }) => {
    const lesson = parseTaughtAnswer(value);
    return lesson !== null && hashTaughtAnswer(lesson) === id ? { name, phrasing: lesson.phrasing } : [];
  });
  if (meant === undefined) throw createRefusal({ kind: 'not-taught' });
  const wish = { kind: 'taught', name: meant.name, value: null } as const;
  const [change] = await refuseOnStoreError(() =>
    store.guildValues.change(guildId, requester.memberId, [wish]),
  );
  if (change === undefined) throw createRefusal({ kind: 'not-taught' });
  return { phrasing: meant.phrasing, changeNumber: change.number };
}
