import type { Readers } from '../../knowledge/article/limits.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { FoundPassage, ShownFact } from '../../serving/asking/found-passages.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import type { VoteCounts } from '../../store/records/votes.ts';
import { readCommonAccess } from '../kit/asker-access.ts';
import { getToolReaders, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { askAgain, isAnsweredNow, listOpenEntries, type OpenEntriesDeps } from './open-entries.ts';
import type { UnansweredEntry } from './unanswered.ts';

/** Which entry of the queue to show. */
export type QueuePosition =
  /** The one at this place, counted from 0; behind the last one, the first. */
  | { readonly kind: 'at'; readonly index: number }
  /** The one with this question; where no open entry has it, the one at `orIndex`, or a refusal where that is null. */
  | { readonly kind: 'with'; readonly askedId: string; readonly orIndex: number | null }
  /** The one after the one with this question; where that one is settled, the one at its place. */
  | { readonly kind: 'after'; readonly askedId: string; readonly index: number };

/** What the bot replied when the question was asked last. */
export type Said =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'answered' | 'unsure';
      /** The passage that it showed, or null if the articles no longer hold it. */
      readonly shown: ShownFact | null;
      readonly votes: VoteCounts;
    };

/** An entry with all that a moderator needs to settle it. */
export interface ShownEntry {
  readonly entry: UnansweredEntry;
  /** Counts from 0. */
  readonly index: number;
  /** The number of open entries. */
  readonly count: number;
  readonly said: Said;
  /** What members said that the answer lacked, latest first. */
  readonly missing: readonly string[];
  /** The passages that could be taught, the nearest first. Those that members found unhelpful come last. */
  readonly found: readonly FoundPassage[];
}

/** As many passages as a menu of Discord offers. */
const MAX_FOUND = 25;
const MAX_SKIPPED = 10;

/**
 * Finds the entry at a position, or null if the queue is empty. Skips entries that the articles answer by now,
 * at most ten of them: the moderator waits meanwhile. For moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`; `settled` where no open entry has that question
 */
export async function showEntry(
  deps: OpenEntriesDeps,
  { position, ...request }: ServerRequest & { readonly position: QueuePosition },
): Promise<ShownEntry | null> {
  const entries = [...(await listOpenEntries(deps, request))];
  const toolReaders = getToolReaders(request.requester);
  let index = findIndex(entries, position);
  for (let skipped = 0; ; skipped += 1) {
    if (index >= entries.length) index = 0;
    const entry = entries[index];
    if (entry === undefined) return null;
    const readers = readCommonAccess(deps.askerAccess, entry.asked);
    const reply = await askAgain(deps, request.guildId, { entry, readers, limit: MAX_FOUND });
    if (skipped === MAX_SKIPPED || reply === null || !isAnsweredNow(entry, reply)) {
      const said = await describeSaid(deps, request.guildId, { entry, readers: toolReaders });
      const near = await findForModerators(deps, request.guildId, { entry, reply, readers: toolReaders });
      const found = isUnhelpful(said) ? putUnhelpfulLast(entry, near) : near;
      const missing = await listMissing(deps, entry);
      return { entry, index, count: entries.length, said, missing, found };
    }
    entries.splice(index, 1);
  }
}

/** An entry as moderators see it. */
interface ToolAnswer {
  readonly entry: UnansweredEntry;
  /** What its askers get now. */
  readonly reply: AskReply | null;
  readonly readers: Readers;
}

/** Finds the passages for moderators: they look after the articles, whoever may read them. */
async function findForModerators(
  deps: OpenEntriesDeps,
  guildId: string,
  { entry, reply, readers }: ToolAnswer,
): Promise<readonly FoundPassage[]> {
  const hasLimited = await deps.knowledge.mayReadLimited(guildId, readers);
  const all = hasLimited ? await askAgain(deps, guildId, { entry, readers, limit: MAX_FOUND }) : reply;
  return all?.found ?? [];
}

function findIndex(entries: readonly UnansweredEntry[], position: QueuePosition): number {
  if (position.kind === 'at') return position.index;
  const index = entries.findIndex(({ asked }) => asked.some(({ id }) => id === position.askedId));
  if (position.kind === 'after') return index === -1 ? position.index : index + 1;
  if (index !== -1) return index;
  if (position.orIndex === null) throw createRefusal({ kind: 'settled' });
  return position.orIndex;
}

async function describeSaid(
  { knowledge, store }: OpenEntriesDeps,
  guildId: string,
  { entry: { asked, phrasing }, readers }: Pick<ToolAnswer, 'entry' | 'readers'>,
): Promise<Said> {
  // Where some got an answer, their votes brought the question here.
  const last = asked.find(({ outcome }) => outcome !== 'unknown');
  if (last === undefined || last.outcome === 'unknown') return { kind: 'unknown' };
  const { factId } = last;
  const shown =
    factId === null
      ? null
      : await knowledge.run(guildId, 'showFact', { factId, question: phrasing }, readers);
  return { kind: last.outcome, shown, votes: await countVotes(store, asked) };
}

/** Counting the votes on more answers would delay the entry. */
const MAX_COUNTED = 20;
const MAX_MISSING = 3;

async function countVotes(
  { votes }: OpenEntriesDeps['store'],
  asked: readonly QuestionRecord[],
): Promise<VoteCounts> {
  let helpful = 0;
  let notHelpful = 0;
  for (const id of listVotable(asked)) {
    const counts = await refuseOnStoreError(() => votes.count(id));
    helpful += counts.helpful;
    notHelpful += counts.notHelpful;
  }
  return { helpful, notHelpful };
}

/** Returns the ids of the questions whose answers have votes, latest first. */
function listVotable(asked: readonly QuestionRecord[]): readonly string[] {
  return asked.flatMap(({ id, outcome }) => (outcome === 'unknown' ? [] : id)).slice(0, MAX_COUNTED);
}

function listMissing({ store }: OpenEntriesDeps, { asked }: UnansweredEntry): Promise<readonly string[]> {
  return refuseOnStoreError(() => store.votes.listMissing(listVotable(asked), MAX_MISSING));
}

/** Returns whether members found the reply unhelpful. An unsure passage that nobody voted on may well be the right one. */
function isUnhelpful(said: Said): boolean {
  return said.kind !== 'unknown' && said.votes.notHelpful > said.votes.helpful;
}

function putUnhelpfulLast(
  { asked }: UnansweredEntry,
  found: readonly FoundPassage[],
): readonly FoundPassage[] {
  const unhelpful = new Set(asked.flatMap(({ outcome, factId }) => (outcome === 'unknown' ? [] : [factId])));
  return [
    ...found.filter(({ fact }) => !unhelpful.has(fact.id)),
    ...found.filter(({ fact }) => unhelpful.has(fact.id)),
  ];
}
