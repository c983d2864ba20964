import type { Asked } from '../store/asked-row.ts';
import type { Store } from '../store/open-store.ts';
import { AlikeAsked, type AskedAlike } from './alike-asked.ts';
import { inTurns } from './in-turns.ts';
import { kept } from './kept.ts';
import { type Requester, requireModerator } from './requester.ts';
import type { KnowledgeByServer } from './served-knowledge.ts';
import { refused } from './user-facing-error.ts';

/** Older ones are left out: who has so many will not get there. */
const MAX_LOOKED_AT = 10_000;

/** What was not answered well, each time it was asked, perhaps in other words. */
export interface UnansweredEntry {
  /** Of what was asked last: by it the entry is found again. */
  readonly id: string;
  /** As it was put last; in full where it leant on another. */
  readonly phrasing: string;
  /** Each time, latest first. */
  readonly asked: readonly [Asked, ...Asked[]];
}

export interface Queue {
  readonly knowledge: KnowledgeByServer;
  readonly store: Store;
}

interface QueueRequest {
  readonly requester: Requester;
  readonly guildId: string;
}

/**
 * What was not answered well in a server, merged where it asks the same, most often asked first, then latest. Who asked, and where, is
 * to be left out of what is private. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listUnanswered(
  queue: Queue,
  request: QueueRequest,
): Promise<readonly UnansweredEntry[]> {
  requireModerator(request.requester);
  const entries: UnansweredEntry[] = [];
  const open = await readQueue(queue, request.guildId);
  for await (const entry of entriesOf(open)) entries.push(entry);
  return entries.toSorted(
    (a, b) => b.asked.length - a.asked.length || b.asked[0].askedAt - a.asked[0].askedAt,
  );
}

/**
 * One of them, by the id of what it holds, as it is listed; for moderators of the server alone.
 *
 * @throws {UserFacingError} `not-a-moderator`; `settled` where it is none any more, or none of this server; `not-kept`
 */
export async function findUnanswered(
  queue: Queue,
  { requester, guildId, askedId }: QueueRequest & { readonly askedId: string },
): Promise<UnansweredEntry> {
  requireModerator(requester);
  const open = await readQueue(queue, guildId);
  const holdsIt = ({ asked }: AskedAlike | UnansweredEntry): boolean =>
    asked.some(({ id }) => id === askedId);
  // Whatever is settled is told at once.
  if (open.phrasings.some(holdsIt))
    for await (const entry of entriesOf(open)) if (holdsIt(entry)) return entry;
  throw refused({ kind: 'settled' });
}

async function readQueue({ knowledge, store }: Queue, guildId: string): Promise<AlikeAsked> {
  const served = await knowledge.in(guildId);
  const asked = await kept(() => store.asked.unanswered({ guildId, limit: MAX_LOOKED_AT }));
  return AlikeAsked.of(asked, served);
}

/**
 * Each phrasing is of the first entry that asks the same: of three the middle one may be like both others, which are not like each other.
 * Which that is only the entries before it tell, so that none can be made by itself.
 */
async function* entriesOf(open: AlikeAsked): AsyncGenerator<UnansweredEntry, void, undefined> {
  const taken = new Set<AskedAlike>();
  for await (const each of inTurns(open.phrasings)) {
    if (taken.has(each)) continue;
    const members = open.find(each.phrasing).filter((alike) => !taken.has(alike));
    for (const member of members) taken.add(member);
    yield entryOf(members);
  }
}

/** @param phrasings one at least; the first is what it is called by */
function entryOf(phrasings: readonly AskedAlike[]): UnansweredEntry {
  const asked = phrasings.flatMap((each) => each.asked).toSorted((a, b) => b.askedAt - a.askedAt);
  const [last, ...before] = asked;
  const [first] = phrasings;
  if (first === undefined || last === undefined) throw new RangeError('an entry of nothing');
  return { id: first.asked[0].id, phrasing: first.phrasing, asked: [last, ...before] };
}
