import type { RefreshReport } from '../../serving/base/base-report.ts';
import type { Store } from '../../store/open-store.ts';
import type { Snapshot } from '../../store/records/snapshots.ts';
import { type Requester, requireManager, requireModerator } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import type { Refreshes } from './refreshes.ts';

/** A member who asks for a refresh, with all that decides whether they may. */
export interface Refresher {
  readonly requester: Requester;
  readonly guildId: string | null;
  readonly folder: SharedFolder;
}

/**
 * Reads the articles again for a moderator and reports what changed. Two calls at once share one run.
 *
 * @throws {UserFacingError} `not-a-moderator`, `shared-folder`; `no-readable-article`, in which case the old base keeps serving
 */
export async function refresh(refreshes: Refreshes, refresher: Refresher): Promise<RefreshReport> {
  const { requester, guildId } = refresher;
  requireModerator(requester);
  requireFolderMaintainer(refresher);
  return refreshes.refresh({ kind: 'command', byId: requester.memberId, guildId });
}

/** Decides whose moderators look after the folder, whose articles answer in all servers. */
export interface SharedFolder {
  /** The servers whose moderators look after the folder, or null if the operator named none. */
  readonly maintainerGuildIds: readonly string[] | null;
  /**
   * How many servers use the bot, or null if this process cannot know, because other processes handle some of
   * them.
   */
  readonly serverCount: number | null;
}

/**
 * Returns whether the moderators of a server look after the folder: those of the servers that the operator
 * named, else those of the only server.
 */
export function maintainsFolder({
  guildId,
  folder: { maintainerGuildIds, serverCount },
}: Omit<Refresher, 'requester'>): boolean {
  if (guildId === null) return false;
  return maintainerGuildIds === null ? serverCount === 1 : maintainerGuildIds.includes(guildId);
}

/** @throws {UserFacingError} `shared-folder` where the moderators of the server do not look after the folder */
export function requireFolderMaintainer(refresher: Omit<Refresher, 'requester'>): void {
  if (!maintainsFolder(refresher))
    throw createRefusal({ kind: 'shared-folder', guildId: refresher.guildId ?? '?' });
}

/**
 * Lists the last 20 snapshots, latest first, for members who manage a server that may go back. The first one
 * is what serves now.
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
