import type { AskReply } from '../../serving/asking/ask.ts';
import { choosePhrasing } from '../../serving/base/asked-question.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { type AnswerRef, findAsked, refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import type { QueueDeps } from './unanswered.ts';

/**
 * Who asked will be told, once, when a moderator has taught the answer; only they can want that. The question is open again where moderators
 * had dealt with it. Where it is answered by now, gives the answer, and nobody waits; else null.
 *
 * @throws {UserFacingError} `not-the-asker`, `answer-forgotten`, `not-kept`
 */
export async function waitForAnswer(
  queue: QueueDeps,
  ref: AnswerRef,
  memberId: string,
): Promise<AskReply | null> {
  const { asked: records } = queue.store;
  const asked = await findAsked(queue.store, ref);
  if (asked.askerId !== memberId) throw createRefusal({ kind: 'not-the-asker' });
  // Its words are no longer kept: nobody could teach the answer.
  if (asked.question === '') throw createRefusal({ kind: 'answer-forgotten' });
  const known = await answerNow(queue, asked);
  if (known !== null) {
    await settle(queue, asked);
    return known;
  }
  await refuseOnStoreError(() => records.markWaiting(asked.id));
  // Who taught it in between may have looked too early for those who wait, and has settled it.
  const sinceKnown = await answerNow(queue, asked);
  if (sinceKnown === null) return null;
  return (await settle(queue, asked)) ? sinceKnown : null;
}

/** Takes it out of the queue; gives whether it was waited for, and nobody else tells. */
async function settle({ store }: QueueDeps, { id }: QuestionRecord): Promise<boolean> {
  await refuseOnStoreError(() => store.asked.settle([id]));
  return (await refuseOnStoreError(() => store.asked.takeWaiting([id]))).length > 0;
}

/** What serves there answers to it at this moment; null where that is no answer. */
async function answerNow({ knowledge }: QueueDeps, asked: QuestionRecord): Promise<AskReply | null> {
  const reply = await knowledge.run(asked.guildId, 'ask', { question: choosePhrasing(asked) });
  return reply.outcome === 'answered' ? reply : null;
}
