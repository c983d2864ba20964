import type { Store } from '../store/open-store.ts';
import { type AnswerRef, findAsked, kept } from './kept.ts';
import { refused } from './user-facing-error.ts';

/**
 * Who asked will be told, once, when a moderator has taught the answer; only they can want that.
 *
 * @throws {UserFacingError} `not-the-asker`, `answer-forgotten`, `not-kept`
 */
export async function waitForAnswer(store: Store, ref: AnswerRef, memberId: string): Promise<void> {
  const { id, askerId } = await findAsked(store, ref);
  if (askerId !== memberId) throw refused({ kind: 'not-the-asker' });
  await kept(() => store.asked.wait(id));
}
