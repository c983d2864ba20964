import { setImmediate as otherWork } from 'node:timers/promises';
import type { Readers } from '../../knowledge/article/limits.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import { choosePhrasing } from '../../serving/base/asked-question.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { type AskerAccess, MAX_FETCHED_ASKERS } from '../kit/asker-access.ts';
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
  /** Whether not everybody who reads the channel of the question may read the answer. */
  readonly isForAskerAlone: boolean;
}

interface ReadyAnswerDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'mayReadLimited'>;
  readonly askerAccess: AskerAccess;
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
  deps: ReadyAnswerDeps,
  guildId: string,
): AsyncGenerator<ReadyAnswer, void, undefined> {
  const { store, onStoreError, signal } = deps;
  const limit = MAX_ASKED_AGAIN;
  const findAnswer = createAnswers(deps, guildId);
  const waiting =
    (await nullOnStoreError(onStoreError, () => store.asked.listWaiting({ guildId, limit }))) ?? [];
  for (const [last, ...before] of await groupByAskerAndPhrasing(waiting)) {
    const found = await findAnswer(last);
    if (signal?.aborted) return;
    if (found === null) continue;
    const asked = await nullOnStoreError(onStoreError, () => takeLatest(store, [last, ...before]));
    if (asked === null) continue;
    // Somebody else has taken the last one. Others may read elsewhere, and others read there.
    const fitting = asked.channelId === last.channelId ? found : await findAnswer(asked);
    if (fitting !== null) yield { asked, ...fitting };
    else await nullOnStoreError(onStoreError, () => store.asked.keepWaiting([asked.id]));
  }
}

type FoundAnswer = Omit<ReadyAnswer, 'asked'>;

/** Creates the function that finds the answer to a question now: for everybody in its channel, or else for its asker alone. */
function createAnswers(
  deps: ReadyAnswerDeps,
  guildId: string,
): (asked: QuestionRecord) => Promise<FoundAnswer | null> {
  const answerAlone = createAloneAnswers(deps, guildId);
  return async (asked) => {
    const forAll = await answerNow(deps, asked, deps.askerAccess.readChannelAccess(asked));
    if (forAll !== null) return { reply: forAll, isForAskerAlone: false };
    const alone = deps.signal?.aborted ? null : await answerAlone(asked);
    return alone && { reply: alone, isForAskerAlone: true };
  };
}

/** Creates the function that answers an asker from articles that they alone may read; null if these do not answer. */
function createAloneAnswers(
  deps: ReadyAnswerDeps,
  guildId: string,
): (asked: QuestionRecord) => Promise<AskReply | null> {
  let fetched = 0;
  return async (asked) => {
    const hasLimited = await deps.knowledge.mayReadLimited(guildId, 'everything');
    if (!hasLimited || fetched >= MAX_FETCHED_ASKERS) return null;
    // Nobody’s roles are asked for where no article answers.
    if ((await answerNow(deps, asked, 'everything')) === null) return null;
    fetched += 1;
    return answerNow(deps, asked, await deps.askerAccess.fetchAskerAccess(asked));
  };
}

/**
 * Returns the answer that these readers get now; null if there is none, or if answering takes too long: that asker waits on, and the others
 * are notified.
 */
async function answerNow(
  { knowledge }: ReadyAnswerDeps,
  asked: QuestionRecord,
  readers: Readers,
): Promise<AskReply | null> {
  try {
    const question = { question: choosePhrasing(asked) };
    const reply = await knowledge.run(asked.guildId, 'ask', question, readers);
    return reply.outcome === 'answered' ? reply : null;
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
