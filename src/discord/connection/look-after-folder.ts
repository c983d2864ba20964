import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import { FolderLeader } from '../../requests/refreshing/folder-leader.ts';
import { FolderWatch } from '../../requests/refreshing/folder-watch.ts';
import type { BotContext } from '../kit/context.ts';

interface FolderDeps extends Pick<BotContext, 'store' | 'refreshes' | 'knowledge' | 'nowMs' | 'log'> {
  /** Receives the errors of reading the folder, or the version that another process has read. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * Looks after the folder of articles, or follows the process that does. Resolves once this process serves what it should.
 *
 * @returns the leader, which starts and stops the watch over the folder
 */
export async function lookAfterFolder(
  { autoRefresh }: { readonly autoRefresh: boolean },
  deps: FolderDeps,
): Promise<FolderLeader> {
  const { store, refreshes, onFailed, log } = deps;
  const synchronise = async (): Promise<void> => {
    try {
      // Where the database is away, the announcements say when it is there again.
      await nullOnStoreError(
        () => {},
        () => refreshes.synchronise(),
      );
    } catch (error) {
      onFailed(error);
    }
  };
  let watch: FolderWatch | null = null;
  let isStarting = true;
  const leader = new FolderLeader({
    coordination: store.coordination,
    onLead() {
      if (store.coordination.isShared) log.info('this process looks after the articles');
      if (!autoRefresh) return;
      watch = new FolderWatch(deps);
      // At a start, the folder has just been read.
      if (isStarting) watch.start();
      else void startLater(watch, deps);
    },
    onLook: synchronise,
    onFollow: async () => watch?.stop(),
  });
  await leader.start();
  isStarting = false;
  await (leader.isLeading ? refreshes.start() : synchronise());
  return leader;
}

/** Starts a watch that takes over from another process. What that one has read, and perhaps undone, is not read again. */
async function startLater(
  watch: FolderWatch,
  { knowledge, refreshes, onFailed }: Pick<FolderDeps, 'knowledge' | 'refreshes' | 'onFailed'>,
): Promise<void> {
  try {
    const state = await knowledge.readFolderState();
    watch.start((await refreshes.isFolderKnown()) ? state : null);
  } catch (error) {
    onFailed(error);
    watch.start();
  }
}
