import type { Refreshes } from './refreshes.ts';
import { type Requester, requireModerator } from './requester.ts';
import type { RefreshReport } from './served-knowledge.ts';

/** Somebody in a server, as far as it decides what they may and whose doing it is. */
export interface Refresher {
  readonly requester: Requester;
  readonly guildId: string | null;
}

/**
 * Reads the articles again for a moderator and reports what changed. Two at once share one run.
 *
 * @throws {UserFacingError} `not-a-moderator`; `no-readable-article`, in which case the old base keeps serving
 */
export async function refresh(
  refreshes: Refreshes,
  { requester, guildId }: Refresher,
): Promise<RefreshReport> {
  requireModerator(requester);
  return refreshes.refresh({ kind: 'command', byId: requester.memberId, guildId });
}
