import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { BEAT_MS, OtherProcesses } from '../../requests/starting/other-processes.ts';
import type { Store } from '../../store/open-store.ts';

/** While another process is running, the warning is repeated after this many beats: every ten minutes. */
const BEATS_BETWEEN_WARNINGS = 20;

interface ProcessWatchDeps {
  readonly store: Pick<Store, 'processes'>;
  readonly log: Pick<Logger, 'warn' | 'info'>;
  readonly newId: () => string;
  readonly now: () => Date;
}

/**
 * Warns of other processes that use the same database, at the start and for as long as they run. Returns the function that ends the
 * watch.
 */
export function warnOfOtherProcesses({ store, log, newId, now }: ProcessWatchDeps): () => Promise<void> {
  const self = { id: newId(), host: hostname(), pid: process.pid, startedAt: now().getTime() };
  const others = new OtherProcesses({ store, self, now, isRunning });
  let beatsSinceWarning: number | null = null;
  const look = async (): Promise<void> => {
    const found = await others.look();
    if (found.length === 0) {
      if (beatsSinceWarning !== null) log.info('no other process uses this database any more');
      beatsSinceWarning = null;
      return;
    }
    if (beatsSinceWarning === null || beatsSinceWarning >= BEATS_BETWEEN_WARNINGS) {
      beatsSinceWarning = 0;
      for (const { host, pid, startedAt } of found)
        log.warn(
          // Nested, because each line of the log has a “pid” already.
          { other: { host, pid, startedAt: new Date(startedAt).toISOString() } },
          `another process uses this database, so mentions are answered twice: stop process ${pid} on ${host}, unless this one is replacing it`,
        );
    }
    beatsSinceWarning++;
  };
  const lookAndLog = (): void =>
    void look().catch((err) => log.warn({ err }, 'other processes could not be looked for'));
  lookAndLog();
  const timer = setInterval(lookAndLog, BEAT_MS);
  return async () => {
    clearInterval(timer);
    await others.leave();
  };
}

/** Returns whether a process with this number runs on this host. A process that has ended and waits for its parent does not count. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !hasEnded(pid);
  } catch (error) {
    // Another user's process may not be signalled, but runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** On Linux, a process that has ended keeps its number until its parent asks for its status; in some containers the parent never does. */
function hasEnded(pid: number): boolean {
  try {
    // The state follows the name, which may hold anything but ends with the last parenthesis.
    return /^\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*(?=\))/s, ''));
  } catch {
    return false;
  }
}
