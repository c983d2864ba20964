import type { Phrasings } from '../../serving/phrasings.ts';
import { type Owner, type Requester, requireOwn } from '../kit/requester.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import type { AnsweringDeps } from './answer-member.ts';

export interface DeletionRequest extends Owner {
  readonly requester: Requester;
  readonly messageId: string;
  readonly guildId: string | null;
  /** Removes the answer from where it is shown. */
  readonly removeAnswer: () => Promise<void>;
}

/** The collaborators of `deleteAnswer`. */
interface DeletionDeps extends Pick<AnsweringDeps, 'store' | 'onStoreError'> {
  readonly phrasings: Pick<Phrasings, 'forget'>;
}

/**
 * Deletes an answer, and no longer suggests its question to others. For the member who asked or shared it, or
 * a moderator.
 *
 * @throws {UserFacingError} `not-yours`
 */
export async function deleteAnswer(
  { store, onStoreError, phrasings }: DeletionDeps,
  { requester, messageId, guildId, removeAnswer, ...owner }: DeletionRequest,
): Promise<void> {
  requireOwn(requester, owner);
  await removeAnswer();
  await nullOnStoreError(onStoreError, () => store.asked.withdraw(messageId));
  phrasings.forget(guildId);
}
