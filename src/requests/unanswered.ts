import type { KnowledgeService } from '../serving/knowledge-service.ts';
import type { QuestionGroup } from '../serving/question-groups.ts';
import type { Asked } from '../store/asked-row.ts';
import type { Store } from '../store/open-store.ts';
import { kept } from './kept.ts';
import { type Requester, requireModerator } from './requester.ts';
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
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside'>;
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
  const entries = await readEntries(queue, request.guildId);
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
  const entries = await readEntries(queue, guildId);
  const entry = entries.find(({ asked }) => asked.some(({ id }) => id === askedId));
  if (entry === undefined) throw refused({ kind: 'settled' });
  return entry;
}

/** The folded words of these questions that English or the articles of a server know, and so no typos of others. */
export function knownWordsOf(
  knowledge: Queue['knowledge'],
  guildId: string,
  questions: readonly string[],
): Promise<readonly string[]> {
  return knowledge.run(guildId, 'knownWords', { questions });
}

async function readEntries(
  { knowledge, store }: Queue,
  guildId: string,
): Promise<readonly UnansweredEntry[]> {
  const open = await kept(() => store.asked.unanswered({ guildId, limit: MAX_LOOKED_AT }));
  const asked = open.map(({ id, question, understoodAs }) => ({ id, question, understoodAs }));
  const texts = asked.flatMap(({ question, understoodAs }) => [question, understoodAs ?? []].flat());
  const knownWords = await knownWordsOf(knowledge, guildId, texts);
  const groups = await knowledge.runAside(guildId, 'groupQuestions', { asked, knownWords });
  const byId = new Map(open.map((each) => [each.id, each]));
  return groups.map((group) => entryOf(group, byId));
}

/** It is called by its first phrasing. */
function entryOf({ phrasing, ids }: QuestionGroup, byId: ReadonlyMap<string, Asked>): UnansweredEntry {
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  const [last, ...before] = members.toSorted((a, b) => b.askedAt - a.askedAt);
  const [first] = members;
  if (first === undefined || last === undefined) throw new RangeError('an entry of nothing');
  return { id: first.id, phrasing, asked: [last, ...before] };
}
