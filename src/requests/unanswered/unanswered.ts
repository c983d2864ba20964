import type { QuestionGroup } from '../../serving/asking/question-groups.ts';
import type { AskedQuestion } from '../../serving/base/asked-question.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/** Older ones are left out: who has so many will not get there. */
const MAX_LOOKED_AT = 10_000;

/** What was not answered well, each time it was asked, perhaps in other words. */
export interface UnansweredEntry {
  /** Of what was asked last: by it the entry is found again. */
  readonly id: string;
  /** As it was put last; in full where it leant on another. */
  readonly phrasing: string;
  /** Each time, latest first. */
  readonly asked: readonly [QuestionRecord, ...QuestionRecord[]];
}

export interface QueueDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside'>;
  readonly store: Store;
}

/**
 * What was not answered well in a server, merged where it asks the same, most often asked first, then latest. Who asked, and where, is
 * to be left out of what is private. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listUnanswered(
  queue: QueueDeps,
  request: ServerRequest,
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
  queue: QueueDeps,
  { requester, guildId, askedId }: ServerRequest & { readonly askedId: string },
): Promise<UnansweredEntry> {
  requireModerator(requester);
  const entries = await readEntries(queue, guildId);
  const entry = entries.find(({ asked }) => asked.some(({ id }) => id === askedId));
  if (entry === undefined) throw createRefusal({ kind: 'settled' });
  return entry;
}

/** No question is merged by more than its beginning, and a queue of the longest ones must fit into a message between threads. */
const MAX_CHARS = 1_000;
/** Longer ones are merged only where they are the same, for which no word need be known. */
const MAX_CHARS_MERGED = 300;

/** Questions as the threads that group them take them. */
export interface GroupInput {
  readonly asked: readonly AskedQuestion[];
  /** Folded words of theirs that English or the server's articles know, and so no typos of others. */
  readonly knownWords: readonly string[];
}

/** Makes ready for grouping what was asked in a server, also in the words of `others`. */
export async function prepareGrouping(
  knowledge: QueueDeps['knowledge'],
  guildId: string,
  {
    records,
    others = [],
  }: { readonly records: readonly QuestionRecord[]; readonly others?: readonly string[] },
): Promise<GroupInput> {
  const asked = records.map(({ id, question, understoodAs }) => ({
    id,
    question: cut(question),
    understoodAs: understoodAs === null ? null : cut(understoodAs),
  }));
  const texts = [...others, ...asked.flatMap(({ question, understoodAs }) => [question, understoodAs ?? ''])];
  const questions = texts.filter(({ length }) => length > 0 && length <= MAX_CHARS_MERGED);
  const owner = createJobOwner(guildId, records);
  const words = await knowledge.runAside(owner, 'listDistinctWords', questions);
  return { asked, knownWords: await knowledge.run(guildId, 'knownWords', { words }) };
}

/** With its length, so that long questions are the same only where they are as long. */
function cut(text: string): string {
  return text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS)} ${text.length}`;
}

/** Whose doing it is to group these, and a short name for them. */
export function createJobOwner(guildId: string, records: readonly QuestionRecord[]) {
  return { serverId: guildId, key: `${records.length} ${records[0]?.id ?? ''}` };
}

async function readEntries(
  { knowledge, store }: QueueDeps,
  guildId: string,
): Promise<readonly UnansweredEntry[]> {
  const records = await refuseOnStoreError(() =>
    store.asked.listUnanswered({ guildId, limit: MAX_LOOKED_AT }),
  );
  const input = await prepareGrouping(knowledge, guildId, { records });
  const groups = await knowledge.runAside(createJobOwner(guildId, records), 'groupQuestions', input);
  const byId = new Map(records.map((each) => [each.id, each]));
  return groups.map((group) => entryOf(group, byId));
}

/** It is called by its first question. */
function entryOf({ leans, ids }: QuestionGroup, byId: ReadonlyMap<string, QuestionRecord>): UnansweredEntry {
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  const [last, ...before] = members.toSorted((a, b) => b.askedAt - a.askedAt);
  const [first] = members;
  if (first === undefined || last === undefined) throw new RangeError('an entry of nothing');
  const phrasing = leans ? (first.understoodAs ?? first.question) : first.question;
  return { id: first.id, phrasing, asked: [last, ...before] };
}
