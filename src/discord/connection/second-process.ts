import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { isRunning } from '../../kit/system.ts';
import { OtherProcesses } from '../../requests/starting/other-processes.ts';
import type { Store } from '../../store/open-store.ts';
import { BEAT_MS } from '../../store/records/processes.ts';

/** While another process is running, the warning is repeated after this many beats: every ten minutes. */
const BEATS_BETWEEN_WARNINGS = 20;

interface ProcessWatchDeps {
  readonly store: Pick<Store, 'processes'>;
  readonly log: Pick<Logger, 'warn' | 'info'>;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Whether other processes are meant to use it, too: then nothing is said of them. This process is reported all the same. */
  readonly mayShare: boolean;
}

/**
 * Reports that this process uses the database, which a copy asks about, and warns of others that do, at the start and for as long as they
 * run. Returns the function that ends it.
 */
export function warnOfOtherProcesses({
  store,
  log,
  newId,
  now,
  mayShare,
}: ProcessWatchDeps): () => Promise<void> {
  const self = { id: newId(), host: hostname(), pid: process.pid, startedAt: now().getTime() };
  const others = new OtherProcesses({ store, self, now, isRunning });
  let beatsSinceWarning: number | null = null;
  const look = async (): Promise<void> => {
    const found = await others.look();
    if (mayShare) return;
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
