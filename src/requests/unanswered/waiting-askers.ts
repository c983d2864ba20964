import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createJobOwner, prepareGrouping, type QueueDeps, type UnansweredEntry } from './unanswered.ts';

/** Those who have waited longest behind so many are not told. */
const MAX_LOOKED_AT = 10_000;

/**
 * Who in a server waits for the answer to an entry, or to what asks the same and was dismissed, or is not in the queue for another reason:
 * each once, with what they asked last. Nobody is given twice, whatever fails afterwards.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function takeWaitingAskers(
  { knowledge, store }: QueueDeps,
  guildId: string,
  { phrasing, asked }: UnansweredEntry,
): Promise<readonly QuestionRecord[]> {
  const waiting = await refuseOnStoreError(() => store.asked.listWaiting({ guildId, limit: MAX_LOOKED_AT }));
  const input = await prepareGrouping(knowledge, guildId, { records: waiting, others: [phrasing] });
  const alike = await knowledge.runAside(createJobOwner(guildId, waiting), 'findAlike', {
    ...input,
    phrasing,
  });
  const ids = new Set([...asked.map(({ id }) => id), ...alike]);
  return lastOfEach(await refuseOnStoreError(() => store.asked.takeWaiting([...ids])));
}

/** What each asker asked last of these. */
function lastOfEach(waiting: readonly QuestionRecord[]): readonly QuestionRecord[] {
  const earliestFirst = waiting.toSorted((a, b) => a.askedAt - b.askedAt);
  return [...new Map(earliestFirst.map((asked) => [asked.askerId, asked])).values()];
}
