import type { AskReply } from '../../serving/asking/ask.ts';
import type { ServerRequest } from '../kit/requester.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';
import { listUnanswered, type QueueDeps, type UnansweredEntry } from './unanswered.ts';

/** The collaborators that tell which entries the articles answer by now. */
export interface OpenEntriesDeps extends QueueDeps {
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
}

/** Whoever looks at the queue waits for these answers; later entries are asked when they come up. */
const MAX_ASKED = 25;
const MAX_MS = 1_500;

/**
 * Lists the entries of `listUnanswered` without those that the articles answer by now. The first 25 are asked
 * again, for at most some 1.5 s. Nothing is recorded: an entry comes back once the articles no longer answer it.
 *
 * @throws {UserFacingError} as `listUnanswered`
 */
export async function listOpenEntries(
  deps: OpenEntriesDeps,
  request: ServerRequest,
): Promise<readonly UnansweredEntry[]> {
  const entries = await listUnanswered(deps, request);
  const untilMs = deps.nowMs() + MAX_MS;
  const open: UnansweredEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    const isAsked = index < MAX_ASKED && deps.nowMs() < untilMs;
    const reply = isAsked ? await askAgain(deps, request.guildId, entry) : null;
    if (reply === null || !isAnsweredNow(entry, reply)) open.push(entry);
  }
  return open;
}

/** Asks the question of an entry again; null if that takes too long. */
export async function askAgain(
  { knowledge }: QueueDeps,
  guildId: string,
  { phrasing }: UnansweredEntry,
  limit?: number,
): Promise<AskReply | null> {
  try {
    const question = limit === undefined ? { question: phrasing } : { question: phrasing, limit };
    return await knowledge.run(guildId, 'ask', question);
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
