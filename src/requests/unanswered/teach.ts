import type { ShownFact } from '../../serving/asking/found-passages.ts';
import { hashTaughtAnswer, serialiseTaughtAnswer } from '../../serving/base/taught-answer.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import type { KeyedLock } from '../../threads/keyed-lock.ts';
import type { Requester } from '../kit/requester.ts';
import { showFact } from '../kit/show-fact.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { findUnanswered, type QueueDeps, type UnansweredEntry } from './unanswered.ts';
import { takeWaitingAskers } from './waiting-askers.ts';

/**
 * How many questions a server may be taught. A thread builds their index in some 30 ms and holds some 2 MB for it while the server is in use.
 * Nobody could look over more.
 */
const MAX_TAUGHT = 2_000;

export interface SettleRequest {
  readonly requester: Requester;
  readonly guildId: string;
  /** One of what the entry holds. */
  readonly askedId: string;
}

/** Moderators who settle entries of one server's queue go one after the other, so the second is told that an entry is settled. */
interface SettlingDeps extends QueueDeps {
  readonly locks: KeyedLock;
}

interface TeachingDeps extends SettlingDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside'>;
}

export interface TeachingResult extends ShownFact {
  /** By which it can be taken back. */
  readonly id: string;
  readonly phrasing: string;
  /**
   * Who wanted to be told of this question, or of one that asks the same, whenever that was and whether or not it was dismissed: each once, with
   * what they asked last. They are told by this call alone.
   */
  readonly waiting: readonly QuestionRecord[];
}

/**
 * From now on the question of an entry, as it was put last, is answered with this fact in its server; the entry is settled. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `settled`, `passage-gone`, `too-many-taught`, `not-kept`
 */
export function teachAnswer(
  deps: TeachingDeps,
  request: SettleRequest & { readonly factId: string },
): Promise<TeachingResult> {
  return deps.locks.run(queueKey(request), () => teachNow(deps, request));
}

async function teachNow(
  deps: TeachingDeps,
  { factId, ...request }: SettleRequest & { readonly factId: string },
): Promise<TeachingResult> {
  const { knowledge, store } = deps;
  const { guildId, requester } = request;
  const entry = await findTeachable(deps, request);
  const { phrasing } = entry;
  const shown = await showFact(knowledge, guildId, { factId, question: phrasing });
  const ids = entry.asked.map(({ id }) => id);
  // Taught before it is settled: whatever ends the process between, nothing is lost from the queue.
  await refuseOnStoreError(() =>
    store.guildValues.change(guildId, requester.memberId, [
      { kind: 'taught', name: toPhrasingKey(phrasing), value: serialiseTaughtAnswer({ phrasing, factId }) },
    ]),
  );
  await refuseOnStoreError(() => store.asked.settle(ids));
  const waiting = await takeWaitingAskers(deps, guildId, entry);
  return { id: hashTaughtAnswer({ phrasing, factId }), phrasing, ...shown, waiting };
}

/**
 * An entry that there is room to teach the answer to: nobody is to look for it, or to write it, in vain. What was taught already may be taught
 * otherwise. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `settled`, `too-many-taught`, `not-kept`
 */
export async function findTeachable(queue: QueueDeps, request: SettleRequest): Promise<UnansweredEntry> {
  const entry = await findUnanswered(queue, request);
  const taught = await refuseOnStoreError(() => queue.store.guildValues.list(request.guildId, 'taught'));
  const isNew = taught.every(({ name }) => name !== toPhrasingKey(entry.phrasing));
  if (isNew && taught.length >= MAX_TAUGHT) throw createRefusal({ kind: 'too-many-taught', max: MAX_TAUGHT });
  return entry;
}

/**
 * Takes an entry out of the queue, until it is asked again. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `settled`, `not-kept`
 */
export function dismissUnanswered(deps: SettlingDeps, request: SettleRequest): Promise<UnansweredEntry> {
  return deps.locks.run(queueKey(request), async () => {
    const entry = await findUnanswered(deps, request);
    await refuseOnStoreError(() => deps.store.asked.settle(entry.asked.map(({ id }) => id)));
    return entry;
  });
}

function queueKey({ guildId }: SettleRequest): string {
  return `queue ${guildId}`;
}
