import type { RefreshReport } from '../../serving/base/base-report.ts';
import { type Requester, requireModerator } from '../kit/requester.ts';
import type { Refreshes } from './refreshes.ts';
import { requireFolderMaintainer, type SharedFolder } from './shared-folder.ts';

/** Somebody in a server, as far as it decides what they may and whose doing it is. */
export interface Refresher {
  readonly requester: Requester;
  readonly guildId: string | null;
  readonly folder: SharedFolder;
}

/**
 * Reads the articles again for a moderator and reports what changed. Two at once share one run.
 *
 * @throws {UserFacingError} `not-a-moderator`, `shared-folder`; `no-readable-article`, in which case the old base keeps serving
 */
export async function refresh(refreshes: Refreshes, refresher: Refresher): Promise<RefreshReport> {
  const { requester, guildId } = refresher;
  requireModerator(requester);
  requireFolderMaintainer(refresher);
  return refreshes.refresh({ kind: 'command', byId: requester.memberId, guildId });
}
