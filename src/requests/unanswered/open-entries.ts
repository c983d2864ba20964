import type { Readers } from '../../knowledge/article/limits.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { type AskerAccess, readCommonAccess } from '../kit/asker-access.ts';
import type { ServerRequest } from '../kit/requester.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';
import { listUnanswered, type QueueDeps, type UnansweredEntry } from './unanswered.ts';

/** The collaborators that tell which entries the articles answer by now. */
export interface OpenEntriesDeps extends QueueDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside' | 'mayReadLimited'>;
  readonly askerAccess: Pick<AskerAccess, 'readChannelAccess'>;
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
}

/** Whoever looks at the queue waits for these answers; later entries are asked when they come up. */
const MAX_ASKED = 25;
const MAX_MS = 1_500;

/**
 * Lists the entries of `listUnanswered` without those that the articles answer by now. The first 25 are asked
 * again, for at most some 1.5 s, from what everybody may read in the channels where they were asked. Nothing is recorded: an entry comes back once the articles no longer answer it.
 *
 * @throws {UserFacingError} as `listUnanswered`
 */
export async function listOpenEntries(
  deps: OpenEntriesDeps,
  request: ServerRequest,
): Promise<readonly UnansweredEntry[]> {
  return selectOpen(deps, request.guildId, await listUnanswered(deps, request));
}

/** Leaves out the entries that the articles answer by now, as `listOpenEntries` does. */
export async function selectOpen(
  deps: OpenEntriesDeps,
  guildId: string,
  entries: readonly UnansweredEntry[],
): Promise<readonly UnansweredEntry[]> {
  const answered = new Set<UnansweredEntry>();
  for await (const { entry, reply } of askEachAgain(deps, guildId, entries)) {
    if (isAnsweredNow(entry, reply)) answered.add(entry);
  }
  return entries.filter((entry) => !answered.has(entry));
}

/** Asks the questions of entries again, of the first 25 and for at most some 1.5 s. Leaves out those that take too long. */
export async function* askEachAgain(
  deps: OpenEntriesDeps,
  guildId: string,
  entries: readonly UnansweredEntry[],
): AsyncGenerator<{ readonly entry: UnansweredEntry; readonly reply: AskReply }> {
  const untilMs = deps.nowMs() + MAX_MS;
  for (const entry of entries.slice(0, MAX_ASKED)) {
    if (deps.nowMs() >= untilMs) return;
    const reply = await askAgain(deps, guildId, {
      entry,
      readers: readCommonAccess(deps.askerAccess, entry.asked),
    });
    if (reply !== null) yield { entry, reply };
  }
}

interface AskingAgain {
  readonly entry: Pick<UnansweredEntry, 'phrasing'>;
  /** Who reads the answer. */
  readonly readers: Readers;
  /** How many matches to return; as many as usual unless given. */
  readonly limit?: number;
}

/** Asks the question of an entry again; null if that takes too long. */
export async function askAgain(
  { knowledge }: QueueDeps,
  guildId: string,
  { entry: { phrasing: question }, readers, limit }: AskingAgain,
): Promise<AskReply | null> {
  try {
    return await knowledge.run(
      guildId,
      'ask',
      limit === undefined ? { question } : { question, limit },
      readers,
    );
  } catch (error) {
    if (error instanceof UserFacingError && error.code === 'took-too-long') return null;
    throw error;
  }
}

/** Returns whether a reply answers an entry. The answer that members found unhelpful does not. */
export function isAnsweredNow({ asked }: UnansweredEntry, { outcome, matches }: AskReply): boolean {
  const best = matches[0]?.fact.id;
  return outcome === 'answered' && asked.every((each) => each.outcome === 'unknown' || each.factId !== best);
}
