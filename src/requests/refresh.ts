import { type Requester, requireModerator } from './requester.ts';
import type { RefreshReport, ServedKnowledge } from './served-knowledge.ts';

/**
 * Reads the articles again for a moderator and reports what changed. Two at once share one run.
 *
 * @throws {UserFacingError} `not-a-moderator`; `no-readable-article`, in which case the old base keeps serving
 */
export async function refresh(knowledge: ServedKnowledge, requester: Requester): Promise<RefreshReport> {
  requireModerator(requester);
  return knowledge.refresh();
}
