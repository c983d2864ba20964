import { setImmediate as otherWork } from 'node:timers/promises';
import type { AskReply } from '../../serving/asking/ask.ts';
import { choosePhrasing } from '../../serving/base/asked-question.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';

/**
 * Each takes some 10 ms and lets other work through. Askers who have waited longest behind this many are not
 * looked at.
 */
const MAX_ASKED_AGAIN = 500;

export interface ReadyAnswer {
  /** The question that the asker waits for. */
  readonly asked: QuestionRecord;
  /** The answer that now exists. */
  readonly reply: AskReply;
}

interface ReadyAnswerDeps {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  readonly store: Store;
  readonly onStoreError: (error: StoreError) => void;
  /** Stops the generator once it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Yields the questions that somebody in a server waits for and that are answered now, since articles were
 * added or changed. Yields each question of each asker once, as they asked it last, earliest first. Entries
 * are marked done one at a time, so stopping midway loses none, and none is yielded twice, whatever fails
 * afterwards. Yields none where the store is out of order.
 */
export async function* takeReadyAnswers(
  { knowledge, store, onStoreError, signal }: ReadyAnswerDeps,
  guildId: string,
): AsyncGenerator<ReadyAnswer, void, undefined> {
  const limit = MAX_ASKED_AGAIN;
  const waiting =
    (await nullOnStoreError(onStoreError, () => store.asked.listWaiting({ guildId, limit }))) ?? [];
  for (const [last, ...before] of await groupByAskerAndPhrasing(waiting)) {
    const reply = await answerNow(knowledge, guildId, last);
    if (signal?.aborted) return;
    if (reply?.outcome !== 'answered') continue;
    const asked = await nullOnStoreError(onStoreError, () => takeLatest(store, [last, ...before]));
    if (asked !== null) yield { asked, reply };
  }
}

/** Returns null if answering takes too long: that asker waits on, and the others are notified. */
async function answerNow(
  knowledge: ReadyAnswerDeps['knowledge'],
  guildId: string,
  asked: QuestionRecord,
): Promise<AskReply | null> {
  try {
    return await knowledge.run(guildId, 'ask', { question: choosePhrasing(asked) });
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'took-too-long') return null;
    throw error;
  }
}

type SameQuestions = [QuestionRecord, ...QuestionRecord[]];

/** @param waiting latest first, as are the questions of each returned group */
async function groupByAskerAndPhrasing(
  waiting: readonly QuestionRecord[],
): Promise<readonly Readonly<SameQuestions>[]> {
  const found = new Map<string, SameQuestions>();
  for (const asked of waiting) {
    // A question of thousands of characters takes half a millisecond.
    await otherWork();
    const key = `${asked.askerId} ${toPhrasingKey(choosePhrasing(asked))}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [asked]);
    else same.push(asked);
  }
  return [...found.values()].toReversed();
}

/** Returns the latest of these questions that nobody else has taken, or null if there is none. */
async function takeLatest(
  { asked: records }: Store,
  same: Readonly<SameQuestions>,
): Promise<QuestionRecord | null> {
  const ids = same.map(({ id }) => id);
  await records.settle(ids);
  const [last = null] = (await records.takeWaiting(ids)).toSorted((a, b) => b.askedAt - a.askedAt);
  return last;
}
