import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
import { areReadable, requireReadable, showFact } from '../kit/show-fact.ts';
import { postOnce } from '../kit/speaking.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import type { AnsweringDeps } from './answer-member.ts';

type SharingDeps = Pick<AnsweringDeps, 'knowledge' | 'store' | 'onStoreError'>;

/** A private answer, and the passage that its asker would show to others. */
export interface SharingRequest extends AnswerRef {
  readonly factId: string;
  readonly memberId: string;
  /** What all who read the channel may read. */
  readonly readers: ReaderAccess;
}

/** A recorded question with the passage that everybody will see. */
export interface SharedAnswer extends ShownFact {
  readonly asked: QuestionRecord;
}

/** Returns whether a member can share an answer: their own private one, not shared yet, whose passage all in the channel may read. */
export async function canShare(
  { knowledge }: Pick<SharingDeps, 'knowledge'>,
  { askerId, isAnsweredPrivately, guildId }: QuestionRecord,
  { factId, memberId, readers }: Omit<SharingRequest, keyof AnswerRef>,
): Promise<boolean> {
  if (askerId !== memberId || !isAnsweredPrivately) return false;
  return areReadable(knowledge, guildId, { factIds: [factId], access: readers });
}

/**
 * Shares a private answer with everybody in its channel, once: `post` posts it, and returns the id of the message. The record then names that
 * message, as if the bot had answered there. Posts nothing where the answer was shared before. Where posting fails, the member can try again.
 *
 * @throws {UserFacingError} `not-for-all`, `passage-gone`, `answer-forgotten`, `not-kept`, `took-too-long`; `unknown-button` where it is not the
 * member's
 */
export async function shareAnswer(
  { knowledge, store, onStoreError }: SharingDeps,
  { factId, memberId, readers, ...ref }: SharingRequest,
  post: (shared: SharedAnswer) => Promise<{ readonly messageId: string }>,
): Promise<void> {
  const { guildId } = ref;
  const asked = await findAsked(store, ref);
  const { id, question, understoodAs } = asked;
  if (asked.askerId !== memberId) throw createRefusal({ kind: 'unknown-button' });
  // The article may have become limited since it answered.
  await requireReadable(knowledge, guildId, { factIds: [factId], access: readers });
  const shown = await showFact(knowledge, guildId, { factId, readers, question: understoodAs ?? question });
  const claim = {
    claim: () => store.asked.share(id),
    release: () => store.asked.unshare(id),
    onStoreError,
  };
  const posted = await postOnce(claim, () => post({ asked, ...shown }));
  if (posted === null) return;
  await nullOnStoreError(onStoreError, () => store.asked.recordMessage(id, posted.messageId));
}
