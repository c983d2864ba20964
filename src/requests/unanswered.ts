import { setImmediate as pause } from 'node:timers/promises';
import { AlikeQuestions } from '../search/alike-questions.ts';
import type { Asked } from '../store/asked-row.ts';
import type { Store } from '../store/open-store.ts';
import { phrasingKey } from '../store/phrasing-key.ts';
import { kept } from './kept.ts';
import { leans } from './phrasings.ts';
import { type Requester, requireModerator } from './requester.ts';
import { type KnowledgeByServer, knowsWord } from './served-knowledge.ts';
import { refused } from './user-facing-error.ts';

/** Older ones are left out: who has so many will not get there. */
const MAX_LOOKED_AT = 10_000;
/** So many are merged in a row, which takes some 10 ms, before others get their turn. */
const AT_ONCE = 100;

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
  const { phrasings, alike } = await readQueue(queue, request.guildId);
  const taken = new Set<number>();
  const entries: UnansweredEntry[] = [];
  for (const [number, { phrasing }] of phrasings.entries()) {
    if (number % AT_ONCE === 0) await pause();
    if (taken.has(number)) continue;
    const members = [...new Set([number, ...alike.find(phrasing)])].filter((each) => !taken.has(each));
    for (const each of members) taken.add(each);
    entries.push(entryOf(members.flatMap((each) => phrasings[each] ?? [])));
  }
  return entries.toSorted(
    (a, b) => b.asked.length - a.asked.length || b.asked[0].askedAt - a.asked[0].askedAt,
  );
}

/**
 * One of them, by its id, with all that asks the same; for moderators of the server alone.
 *
 * @throws {UserFacingError} `not-a-moderator`; `settled` where it is none any more, or none of this server; `not-kept`
 */
export async function findUnanswered(
  queue: Queue,
  { requester, guildId, askedId }: QueueRequest & { readonly askedId: string },
): Promise<UnansweredEntry> {
  requireModerator(requester);
  const { phrasings, alike } = await readQueue(queue, guildId);
  const meant = phrasings.find(({ asked }) => asked.some(({ id }) => id === askedId));
  if (meant === undefined) throw refused({ kind: 'settled' });
  const others = alike.find(meant.phrasing).flatMap((each) => phrasings[each] ?? []);
  return entryOf([meant, ...others.filter((each) => each !== meant)]);
}

/** The questions of one key. */
interface Phrasing {
  readonly phrasing: string;
  readonly asked: [Asked, ...Asked[]];
}

async function readQueue({ knowledge, store }: Queue, guildId: string) {
  const served = await knowledge.in(guildId);
  const asked = await kept(() => store.asked.unanswered({ guildId, limit: MAX_LOOKED_AT }));
  const byKey = new Map<string, Phrasing>();
  for (const each of asked) {
    const phrasing = phrasingOf(each);
    const key = phrasingKey(phrasing);
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, { phrasing, asked: [each] });
    else same.asked.push(each);
  }
  const phrasings = [...byKey.values()];
  const alike = new AlikeQuestions(
    phrasings.map(({ phrasing }) => phrasing),
    (folded) => knowsWord(served, folded),
  );
  return { phrasings, alike };
}

/**
 * What was asked, for whoever has not heard what was said before it: “when?” tells nobody anything. What else was made of a question is for
 * the articles' words alone.
 */
export function phrasingOf({ question, understoodAs }: Asked): string {
  return understoodAs !== null && leans(question) ? understoodAs : question;
}

/** @param phrasings one at least; the first is what it is called by */
function entryOf(phrasings: readonly Phrasing[]): UnansweredEntry {
  const asked = phrasings.flatMap((each) => each.asked).toSorted((a, b) => b.askedAt - a.askedAt);
  const [last, ...before] = asked;
  const [first] = phrasings;
  if (first === undefined || last === undefined) throw new RangeError('an entry of nothing');
  return { id: first.asked[0].id, phrasing: first.phrasing, asked: [last, ...before] };
}
