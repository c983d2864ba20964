import type { Store } from '../store/open-store.ts';
import type { Snapshot } from '../store/snapshots.ts';
import { kept } from './kept.ts';
import type { Refresher } from './refresh.ts';
import type { Refreshes } from './refreshes.ts';
import type { Requester } from './requester.ts';
import type { RefreshReport } from './served-knowledge.ts';
import { refused } from './user-facing-error.ts';

/**
 * What served lately, latest first, for who manages the server: the last 20, at first what serves now.
 *
 * @throws {UserFacingError} `not-a-manager`, `not-kept`
 */
export async function listSnapshots(
  store: Pick<Store, 'snapshots'>,
  { managesServer }: Requester,
): Promise<readonly Snapshot[]> {
  if (!managesServer) throw refused({ kind: 'not-a-manager' });
  return kept(() => store.snapshots.list());
}

/**
 * Serves the articles of a snapshot until the folder is read again, which a restart does too.
 *
 * @throws {UserFacingError} `not-a-manager`; `snapshot-gone` where it is no longer one of the last 20, `not-kept`, `no-readable-article`, in
 * which cases nothing is changed
 */
export async function undoRefresh(
  refreshes: Refreshes,
  { requester, guildId }: Refresher,
  number: number,
): Promise<RefreshReport> {
  if (!requester.managesServer) throw refused({ kind: 'not-a-manager' });
  return refreshes.undo(number, { kind: 'undo', byId: requester.memberId, guildId });
}
