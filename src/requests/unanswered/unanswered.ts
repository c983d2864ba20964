import type { GroupInput, QuestionGroup } from '../../serving/asking/question-groups.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Store } from '../../store/open-store.ts';
import { chooseShownQuestion, type QuestionRecord } from '../../store/records/asked-row.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

/** Older ones are left out: a server with so many will not get to them. */
const MAX_LOOKED_AT = 10_000;

/** A question without a good answer, with each time it was asked, perhaps in other words. */
export interface UnansweredEntry {
  /** The id of the question that was asked last; it finds the entry again. */
  readonly id: string;
  /** The text of that question; in full where it was a follow-up whose other words everybody may read. */
  readonly phrasing: string;
  /** Each time it was asked, latest first. */
  readonly asked: readonly [QuestionRecord, ...QuestionRecord[]];
}

export interface QueueDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside'>;
  readonly store: Store;
}

/**
 * Lists the questions of a server without a good answer, grouped where they ask the same. The most frequent
 * comes first, then the latest. Front-ends leave out who asked, and where, of private ones. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listUnanswered(
  deps: QueueDeps,
  request: ServerRequest,
): Promise<readonly UnansweredEntry[]> {
  requireModerator(request.requester);
  return listEntries(deps, request.guildId);
}

/**
 * Lists the same for the bot itself, which shows others less of it.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function listEntries(deps: QueueDeps, guildId: string): Promise<readonly UnansweredEntry[]> {
  const entries = await readEntries(deps, guildId);
  return entries.toSorted(
    (a, b) => b.asked.length - a.asked.length || b.asked[0].askedAt - a.asked[0].askedAt,
  );
}

/**
 * Finds an entry by the id of one of its questions, for moderators of the server.
 *
 * @throws {UserFacingError} `not-a-moderator`; `settled` where the entry is settled, or belongs to another server; `not-kept`
 */
export async function findUnanswered(
  deps: QueueDeps,
  { requester, guildId, askedId }: ServerRequest & { readonly askedId: string },
): Promise<UnansweredEntry> {
  requireModerator(requester);
  const entries = await readEntries(deps, guildId);
  const entry = entries.find(({ asked }) => asked.some(({ id }) => id === askedId));
  if (entry === undefined) throw createRefusal({ kind: 'settled' });
  return entry;
}

/**
 * Questions are grouped by their beginning only. A queue of the longest ones must fit into a message between
 * threads.
 */
const MAX_CHARS = 1_000;
/** Longer questions are grouped only where they are equal, which needs no known words. */
const MAX_CHARS_MERGED = 300;

/** Prepares the questions of a server for grouping; `others` adds texts to compare them with. */
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
    question: cutText(question),
    understoodAs: understoodAs === null ? null : cutText(understoodAs),
  }));
  const texts = [...others, ...asked.flatMap(({ question, understoodAs }) => [question, understoodAs ?? ''])];
  const questions = texts.filter(({ length }) => length > 0 && length <= MAX_CHARS_MERGED);
  const owner = createLaneOwner(guildId, records);
  const words = await knowledge.runAside(owner, 'listDistinctWords', questions);
  return { asked, knownWords: await knowledge.run(guildId, 'selectKnownWords', { words }) };
}

/** Cuts a text and appends its length, so that long questions are equal only where they are equally long. */
function cutText(text: string): string {
  return text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS)} ${text.length}`;
}

/** Returns the owner of a grouping job, and a short key for its input. */
export function createLaneOwner(guildId: string, records: readonly QuestionRecord[]) {
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
  const groups = await knowledge.runAside(createLaneOwner(guildId, records), 'groupQuestions', input);
  const byId = new Map(records.map((each) => [each.id, each]));
  return groups.map((group) => buildEntry(group, byId));
}

/** Builds the entry of a group, named by the group's first question. */
function buildEntry(
  { isFollowUp, ids }: QuestionGroup,
  byId: ReadonlyMap<string, QuestionRecord>,
): UnansweredEntry {
  const members = ids.flatMap((id) => byId.get(id) ?? []);
  const [last, ...before] = members.toSorted((a, b) => b.askedAt - a.askedAt);
  const [first] = members;
  if (first === undefined || last === undefined) throw new RangeError('an entry of nothing');
  const phrasing = isFollowUp ? chooseShownQuestion(first) : first.question;
  return { id: first.id, phrasing, asked: [last, ...before] };
}
