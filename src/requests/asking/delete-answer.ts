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
  await withdraw({ store, onStoreError, phrasings }, { messageId, guildId });
}

/** The deletion of an answer whose message is gone already. */
export interface WithdrawalRequest extends Pick<DeletionRequest, 'requester' | 'messageId' | 'guildId'> {
  readonly channelId: string;
  /** How to write the name of the member who asked, in a refusal. */
  readonly formatName: Owner['formatName'];
}

/**
 * Stops suggesting the question of an answer whose message somebody has deleted by hand. For the member who asked, or a moderator: the record
 * tells who asked, as the message no longer does. Does nothing where no such answer was given in that channel.
 *
 * @throws {UserFacingError} `not-yours`
 */
export async function withdrawDeleted(
  deps: DeletionDeps,
  { requester, messageId, guildId, channelId, formatName }: WithdrawalRequest,
): Promise<void> {
  const { store, onStoreError } = deps;
  const asked = await nullOnStoreError(onStoreError, () => store.asked.findByMessage(messageId));
  if (asked === null || asked.guildId !== guildId || asked.channelId !== channelId) return;
  requireOwn(requester, { ownerId: asked.askerId, formatName });
  await withdraw(deps, { messageId, guildId });
}

async function withdraw(
  { store, onStoreError, phrasings }: DeletionDeps,
  { messageId, guildId }: Pick<DeletionRequest, 'messageId' | 'guildId'>,
): Promise<void> {
  await nullOnStoreError(onStoreError, () => store.asked.withdraw(messageId));
  phrasings.forget(guildId);
}
