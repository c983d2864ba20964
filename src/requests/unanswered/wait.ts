import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import { choosePhrasing } from '../../serving/base/asked-question.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
import { nullOnStoreError, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import type { QueueDeps } from './unanswered.ts';

/** The member who wants to be told. */
interface Waiter {
  readonly memberId: string;
  /** What the member may read: nobody else sees the answer. */
  readonly access: ReaderAccess;
}

/**
 * Makes an asker wait for an answer; only the asker of the question may. The asker is notified once, when a
 * moderator teaches the answer, or a change of the articles or of the settings brings it. A question that moderators had dealt with is open again. Returns the answer
 * where one exists by then, and nobody waits; else null.
 *
 * @throws {UserFacingError} `not-the-asker`, `answer-forgotten`, `not-kept`, `took-too-long`
 */
export async function waitForAnswer(
  deps: QueueDeps,
  ref: AnswerRef,
  { memberId, access }: Waiter,
): Promise<AskReply | null> {
  const { asked: records } = deps.store;
  const asked = await findAsked(deps.store, ref);
  if (asked.askerId !== memberId) throw createRefusal({ kind: 'not-the-asker' });
  // The words of the question are no longer kept, so nobody could teach the answer.
  if (asked.question === '') throw createRefusal({ kind: 'answer-forgotten' });
  const known = await answerNow(deps, asked, access);
  if (known !== null) {
    await settle(deps, asked);
    return known;
  }
  await refuseOnStoreError(() => records.markWaiting(asked.id));
  // A moderator who taught the answer in between may have looked for waiting askers too early, and has settled
  // the question.
  const sinceKnown = await answerNow(deps, asked, access);
  if (sinceKnown === null) return null;
  return (await settle(deps, asked)) ? sinceKnown : null;
}

/**
 * Ends the waiting of an asker who is notified now. Returns false where somebody else notifies them, or they wait on, because the store is
 * out of order. Until then a stop loses none: the next start notifies them.
 */
export async function endWaiting(
  { store, onStoreError }: Pick<QueueDeps, 'store'> & { readonly onStoreError: (error: StoreError) => void },
  { id }: QuestionRecord,
): Promise<boolean> {
  const taken = await nullOnStoreError(onStoreError, () => store.asked.takeWaiting([id]));
  return taken !== null && taken.length > 0;
}

/**
 * Removes a question from the queue. Returns whether its asker was waiting, and nobody else notifies them.
 */
async function settle({ store }: QueueDeps, { id }: QuestionRecord): Promise<boolean> {
  await refuseOnStoreError(() => store.asked.settle([id]));
  return (await refuseOnStoreError(() => store.asked.takeWaiting([id]))).length > 0;
}

/** Answers a recorded question now, or null if there is no answer. */
async function answerNow(
  { knowledge }: QueueDeps,
  asked: QuestionRecord,
  access: ReaderAccess,
): Promise<AskReply | null> {
  const reply = await knowledge.run(asked.guildId, 'ask', { question: choosePhrasing(asked) }, access);
  return reply.outcome === 'answered' ? reply : null;
}
