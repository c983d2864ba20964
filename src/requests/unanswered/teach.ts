import type { KeyedLock } from '../../kit/serial-work.ts';
import { type ArticleLimits, isLimited, mayRead } from '../../knowledge/article/limits.ts';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import {
  hashTaughtAnswer,
  parseTaughtAnswer,
  serialiseTaughtAnswer,
} from '../../serving/base/taught-answer.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { type AskerAccess, MAX_FETCHED_ASKERS } from '../kit/asker-access.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { getToolReaders, requireModerator, type ServerRequest } from '../kit/requester.ts';
import { showFact } from '../kit/show-fact.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import {
  createLaneOwner,
  findUnanswered,
  prepareGrouping,
  type QueueDeps,
  type UnansweredEntry,
} from './unanswered.ts';

/**
 * How many taught answers a server may have. A thread builds their index in some 30 ms and holds some 2 MB
 * for it while the server is in use. Nobody could look over more.
 */
const MAX_TAUGHT = 2_000;

export interface SettleRequest extends ServerRequest {
  /** The id of one of the entry's questions. */
  readonly askedId: string;
}

/**
 * The collaborators that settle entries. The lock serialises the moderators of one server, so that the second
 * one learns that an entry is settled.
 */
interface SettlingDeps extends QueueDeps {
  readonly locks: KeyedLock;
}

export interface TeachingDeps extends SettlingDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside'>;
  readonly askerAccess: AskerAccess;
}

export interface TeachingResult extends ShownFact {
  /** The id by which the taught answer can be removed. */
  readonly id: string;
  /** The number of the change, by which it can be undone; null where the same was taught before. */
  readonly changeNumber: number | null;
  readonly phrasing: string;
  /**
   * The waiting askers of this question, or of one that asks the same, also of dismissed ones: each once,
   * with their last question. They wait until `endWaiting`. All who read the channel of such a question may read the passage.
   */
  readonly waiting: readonly QuestionRecord[];
  /** Those who may read the passage, but not everybody in their channel may. Askers who may not read it wait on. */
  readonly waitingAlone: readonly QuestionRecord[];
}

/**
 * Teaches a fact as the answer to an entry's question, as it was asked last, in the entry's server, and
 * settles the entry. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `settled`, `passage-gone`, `too-many-taught`, `not-kept`
 */
export function teachAnswer(
  deps: TeachingDeps,
  request: SettleRequest & { readonly factId: string },
): Promise<TeachingResult> {
  return deps.locks.run(toQueueKey(request), () => teachNow(deps, request));
}

async function teachNow(
  deps: TeachingDeps,
  { factId, ...request }: SettleRequest & { readonly factId: string },
): Promise<TeachingResult> {
  const { knowledge, store } = deps;
  const { guildId, requester } = request;
  const entry = await findTeachable(deps, request);
  const { phrasing } = entry;
  const readers = getToolReaders(requester);
  const shown = await showFact(knowledge, guildId, { factId, question: phrasing, readers });
  const ids = entry.asked.map(({ id }) => id);
  // The answer is taught before the entry is settled: if the process ends between, the queue loses nothing.
  const [change] = await refuseOnStoreError(() =>
    store.serverValues.change(guildId, requester.memberId, [
      { kind: 'taught', name: toPhrasingKey(phrasing), value: serialiseTaughtAnswer({ phrasing, factId }) },
    ]),
  );
  await refuseOnStoreError(() => store.asked.settle(ids));
  const waiting = await selectReaders(
    deps,
    shown.passage.article,
    await findWaitingAskers(deps, guildId, entry),
  );
  const id = hashTaughtAnswer({ phrasing, factId });
  return { id, changeNumber: change?.number ?? null, phrasing, ...shown, ...waiting };
}

/** Divides waiting askers by who may read an article: all in their channel, or they alone. The others wait on. */
async function selectReaders(
  { askerAccess }: TeachingDeps,
  article: ArticleLimits,
  found: readonly QuestionRecord[],
): Promise<Pick<TeachingResult, 'waiting' | 'waitingAlone'>> {
  if (!isLimited(article)) return { waiting: found, waitingAlone: [] };
  const waiting: QuestionRecord[] = [];
  const waitingAlone: QuestionRecord[] = [];
  let fetched = 0;
  const mayReadAlone = async (asked: QuestionRecord): Promise<boolean> =>
    fetched++ < MAX_FETCHED_ASKERS && mayRead(article, await askerAccess.fetchAskerAccess(asked));
  for (const asked of found) {
    if (mayRead(article, askerAccess.readChannelAccess(asked))) waiting.push(asked);
    else if (await mayReadAlone(asked)) waitingAlone.push(asked);
  }
  return { waiting, waitingAlone };
}

/**
 * Returns the entry, or refuses early when the server's limit of taught answers is reached. A question that
 * is taught already may be taught another answer. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `settled`, `too-many-taught`, `not-kept`
 */
export async function findTeachable(deps: QueueDeps, request: SettleRequest): Promise<UnansweredEntry> {
  const entry = await findUnanswered(deps, request);
  await requireRoomToTeach(deps.store, request.guildId, entry.phrasing);
  return entry;
}

/** @throws {UserFacingError} `too-many-taught` where one more question than the server may have would be taught; `not-kept` */
export async function requireRoomToTeach(
  { serverValues }: Pick<QueueDeps['store'], 'serverValues'>,
  guildId: string,
  phrasing: string,
): Promise<void> {
  const taught = await refuseOnStoreError(() => serverValues.list(guildId, 'taught'));
  const isNew = taught.every(({ name }) => name !== toPhrasingKey(phrasing));
  if (isNew && taught.length >= MAX_TAUGHT) throw createRefusal({ kind: 'too-many-taught', max: MAX_TAUGHT });
}

/**
 * Removes an entry from the queue, until it is asked again. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `settled`, `not-kept`
 */
export function dismissUnanswered(deps: SettlingDeps, request: SettleRequest): Promise<UnansweredEntry> {
  return deps.locks.run(toQueueKey(request), async () => {
    const entry = await findUnanswered(deps, request);
    await refuseOnStoreError(() => deps.store.asked.settle(entry.asked.map(({ id }) => id)));
    return entry;
  });
}

/**
 * Puts an entry back into the queue that was taught or dismissed by mistake. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function reopenEntry(
  { store }: Pick<QueueDeps, 'store'>,
  { requester, guildId, askedId }: SettleRequest,
): Promise<void> {
  requireModerator(requester);
  await refuseOnStoreError(() => store.asked.reopen(guildId, askedId));
}

function toQueueKey({ guildId }: SettleRequest): string {
  return `queue ${guildId}`;
}

/** Askers who have waited longest behind this many are not notified. */
const MAX_LOOKED_AT = 10_000;

/**
 * Finds the waiting askers of an entry, and of questions that ask the same, also dismissed ones: each once,
 * with their last question. For the earlier ones nobody waits any more.
 *
 * @throws {UserFacingError} `not-kept`
 */
async function findWaitingAskers(
  { knowledge, store }: QueueDeps,
  guildId: string,
  { phrasing, asked }: UnansweredEntry,
): Promise<readonly QuestionRecord[]> {
  const list = () => refuseOnStoreError(() => store.asked.listWaiting({ guildId, limit: MAX_LOOKED_AT }));
  const waiting = await list();
  const input = await prepareGrouping(knowledge, guildId, { records: waiting, others: [phrasing] });
  const alike = await knowledge.runAside(createLaneOwner(guildId, waiting), 'findAlike', {
    ...input,
    phrasing,
  });
  const ids = new Set([...asked.map(({ id }) => id), ...alike]);
  // Some may have begun to wait while the questions were compared.
  const found = (await list()).filter(({ id }) => ids.has(id));
  const lastOnes = new Set(selectLastOfEach(found));
  const earlier = found.filter((each) => !lastOnes.has(each)).map(({ id }) => id);
  await refuseOnStoreError(() => store.asked.takeWaiting(earlier));
  return [...lastOnes];
}

/** Returns the last question of each asker. */
function selectLastOfEach(waiting: readonly QuestionRecord[]): readonly QuestionRecord[] {
  const earliestFirst = waiting.toSorted((a, b) => a.askedAt - b.askedAt);
  return [...new Map(earliestFirst.map((asked) => [asked.askerId, asked])).values()];
}

export interface RemovedTaughtAnswer {
  /** The question as it was taught. */
  readonly phrasing: string;
  /** The number of the change, by which the answer can be taught again. */
  readonly changeNumber: number;
}

/**
 * Removes the taught answer of one question of a server, however old, for its moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`; `not-taught` where this server has no such taught answer, or another one since; `not-kept`
 */
export async function removeTaughtAnswer(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, id }: ServerRequest & { readonly id: string },
): Promise<RemovedTaughtAnswer> {
  requireModerator(requester);
  const values = await refuseOnStoreError(() => store.serverValues.list(guildId, 'taught'));
  const [meant] = values.flatMap(({ name, value }) => {
    const taughtAnswer = parseTaughtAnswer(value);
    return taughtAnswer !== null && hashTaughtAnswer(taughtAnswer) === id
      ? { name, phrasing: taughtAnswer.phrasing }
      : [];
  });
  if (meant === undefined) throw createRefusal({ kind: 'not-taught' });
  const removal = { kind: 'taught', name: meant.name, value: null } as const;
  const [change] = await refuseOnStoreError(() =>
    store.serverValues.change(guildId, requester.memberId, [removal]),
  );
  if (change === undefined) throw createRefusal({ kind: 'not-taught' });
  return { phrasing: meant.phrasing, changeNumber: change.number };
}
