import { DatabaseThread } from './database-thread.ts';
import type { FileIdentity } from './file-identity.ts';

/** A thread that dies at once again and again must not be started for every question. */
const REOPEN_PAUSE_MS = 5_000;
/** Another process that starts at the same moment may be bringing the file up to date. */
const OPENING_BUSY_TIMEOUT_MS = 5_000;

export interface SupervisedThreadOptions {
  readonly path: string;
  /** How long a thread that was started again waits for a lock; the first one waits for some seconds, as nobody waits for an answer yet. */
  readonly busyTimeoutMs: number;
  readonly now: () => Date;
  /** How much memory the thread's texts may take; 256 MB unless given. */
  readonly maxHeapMb?: number;
  /** Told once of each thread that stopped by itself. */
  readonly onDeath: (error: Error) => void;
}

/**
 * The database thread, started again after it stopped by itself. That is safe for a file: SQLite rolls back what was not committed, and the
 * same file must still lie there. A database in memory is gone with its thread.
 */
export class SupervisedThread {
  readonly #options: SupervisedThreadOptions;
  readonly #file: FileIdentity | null;
  #thread: DatabaseThread;
  #reopenedAtMs = Number.NEGATIVE_INFINITY;

  /** @throws {StoreError} `cannot-write`, `unusable-file` */
  static async open(options: SupervisedThreadOptions): Promise<SupervisedThread> {
    const start = { path: options.path, expected: null, busyTimeoutMs: OPENING_BUSY_TIMEOUT_MS };
    const { thread, file } = await DatabaseThread.open(start, options.maxHeapMb);
    return new SupervisedThread(options, thread, file);
  }

  private constructor(options: SupervisedThreadOptions, thread: DatabaseThread, file: FileIdentity | null) {
    this.#options = options;
    this.#thread = thread;
    this.#file = file;
  }

  /** Gives a thread that works. One caller at a time: see `ThreadDriver`. */
  async current(): Promise<DatabaseThread> {
    const { death } = this.#thread;
    if (death === null) return this.#thread;
    const nowMs = this.#options.now().getTime();
    if (this.#file === null || Math.abs(nowMs - this.#reopenedAtMs) < REOPEN_PAUSE_MS) throw death;
    this.#reopenedAtMs = nowMs;
    this.#options.onDeath(death);
    const { path, busyTimeoutMs, maxHeapMb } = this.#options;
    const start = { path, expected: this.#file, busyTimeoutMs };
    this.#thread = (await DatabaseThread.open(start, maxHeapMb)).thread;
    return this.#thread;
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
