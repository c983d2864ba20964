import type { RefreshReport } from '../../serving/base/base-report.ts';
import type { Store } from '../../store/open-store.ts';
import type { Snapshot } from '../../store/records/snapshots.ts';
import { requireManager } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import type { Refresher } from './refresh.ts';
import type { Refreshes } from './refreshes.ts';
import { requireFolderMaintainer } from './shared-folder.ts';

/**
 * What served lately, latest first, for who manages a server that may go back: the last 20, at first what serves now.
 *
 * @throws {UserFacingError} `not-a-manager`, `shared-folder`, `not-kept`
 */
export async function listSnapshots(
  store: Pick<Store, 'snapshots'>,
  refresher: Refresher,
): Promise<readonly Snapshot[]> {
  requireManager(refresher.requester);
  requireFolderMaintainer(refresher);
  return refuseOnStoreError(() => store.snapshots.list());
}

/**
 * Serves the articles of a snapshot until the folder is read again, which a restart does too.
 *
 * @throws {UserFacingError} `not-a-manager`, `shared-folder`; `snapshot-gone` where it is no longer one of the last 20, `snapshot-damaged`, `not-kept`, `no-readable-article`, in
 * which cases nothing is changed
 */
export async function undoRefresh(
  refreshes: Refreshes,
  refresher: Refresher,
  number: number,
): Promise<RefreshReport> {
  const { requester, guildId } = refresher;
  requireManager(requester);
  requireFolderMaintainer(refresher);
  return refreshes.undo(number, { kind: 'undo', byId: requester.memberId, guildId });
}
