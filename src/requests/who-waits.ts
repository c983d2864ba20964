import type { Asked } from '../store/asked-row.ts';
import { AlikeAsked } from './alike-asked.ts';
import { kept } from './kept.ts';
import type { Queue, UnansweredEntry } from './unanswered.ts';

/** Those who have waited longest behind so many are not told. */
const MAX_LOOKED_AT = 10_000;

/**
 * Who in a server waits for the answer to an entry, or to what asks the same and was dismissed, or is not in the queue for another reason:
 * each once, with what they asked last. Nobody is given twice, whatever fails afterwards.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function takeWhoWaits(
  { knowledge, store }: Queue,
  guildId: string,
  { phrasing, asked }: UnansweredEntry,
): Promise<readonly Asked[]> {
  const waiting = await kept(() => store.asked.waiting({ guildId, limit: MAX_LOOKED_AT }));
  const alike = await AlikeAsked.of(waiting, await knowledge.in(guildId));
  const meant = [...asked, ...alike.find(phrasing).flatMap((each) => each.asked)];
  const ids = new Set(meant.map(({ id }) => id));
  return lastOfEach(await kept(() => store.asked.takeWaiting([...ids])));
}

/** What each asker asked last of these. */
function lastOfEach(waiting: readonly Asked[]): readonly Asked[] {
  const earliestFirst = waiting.toSorted((a, b) => a.askedAt - b.askedAt);
  return [...new Map(earliestFirst.map((asked) => [asked.askerId, asked])).values()];
}
