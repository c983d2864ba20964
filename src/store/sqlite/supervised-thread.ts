import { DatabaseThread, StuckThreads, type ThreadDeadlines } from './database-thread.ts';
import type { FileIdentity } from './file-identity.ts';

/** A pause between two starts, so that a thread that fails at once is not started again for every question. */
const REOPEN_PAUSE_MS = 5_000;
/** Another process that starts at the same moment may be migrating the file. */
const OPENING_BUSY_TIMEOUT_MS = 5_000;
/** A healthy disk answers in milliseconds; a disk that runs a backup may take seconds. */
const DEADLINES: SupervisedDeadlines = { statementMs: 10_000, reopeningMs: 10_000, fileMs: 300_000 };

interface SupervisedDeadlines extends ThreadDeadlines {
  /** For opening the file again in another thread, while answers wait. */
  readonly reopeningMs: number;
}

export interface SupervisedThreadOptions {
  readonly path: string;
  /** How long a restarted thread waits for a lock. The first one waits for seconds, as nobody waits for an answer yet. */
  readonly busyTimeoutMs: number;
  readonly now: () => Date;
  /** Whether no statement may change the file; false unless given. */
  readonly isReadOnly?: boolean;
  /** The limit of the thread's heap; 256 MB by default. */
  readonly maxHeapMb?: number;
  /** By default ten seconds for a statement and for opening again, and five minutes for work on the whole file. */
  readonly deadlines?: SupervisedDeadlines;
  /** Called once for each thread that stopped by itself or was abandoned, however often a restart fails. */
  readonly onFatalError: (error: Error) => void;
}

/**
 * Restarts the database thread after it stopped by itself. That is safe for a file: SQLite rolls back uncommitted changes, and a restart
 * requires the same file. A database in memory is gone with its thread.
 */
export class SupervisedThread {
  readonly #options: SupervisedThreadOptions;
  readonly #deadlines: SupervisedDeadlines;
  readonly #file: FileIdentity | null;
  readonly #stuck: StuckThreads;
  #thread: DatabaseThread;
  #reopenedAtMs = Number.NEGATIVE_INFINITY;
  #reportedError: Error | null = null;

  /**
   * Opens the file for its migration: until {@link beginServing} each statement has the deadline of a vacuum.
   *
   * @throws {StoreError} `cannot-write`, `unusable-file`
   */
  static async open(options: SupervisedThreadOptions): Promise<SupervisedThread> {
    const { path, isReadOnly = false } = options;
    const start = { path, expected: null, busyTimeoutMs: OPENING_BUSY_TIMEOUT_MS, isReadOnly };
    const { deadlines: { fileMs } = DEADLINES } = options;
    const stuck = new StuckThreads();
    const generous = { deadlines: { statementMs: fileMs, fileMs }, openingMs: fileMs, stuck };
    const { thread, file } = await DatabaseThread.open(start, { ...options, ...generous });
    return new SupervisedThread(options, { thread, file, stuck });
  }

  private constructor(options: SupervisedThreadOptions, { thread, file, stuck }: OpenedThread) {
    this.#options = options;
    this.#deadlines = options.deadlines ?? DEADLINES;
    this.#thread = thread;
    this.#file = file;
    this.#stuck = stuck;
  }

  /** Sets the short deadlines, as answers wait from now on. */
  beginServing(): void {
    this.#thread.deadlines = this.#deadlines;
  }

  /** Returns a working thread. `ThreadDriver` makes sure of one caller at a time. */
  async getWorking(): Promise<DatabaseThread> {
    const { fatalError } = this.#thread;
    if (fatalError === null) return this.#thread;
    this.#reportOnce(fatalError);
    if (!this.#canReopen()) throw fatalError;
    try {
      this.#thread = await this.#reopen();
      return this.#thread;
    } finally {
      // The pause starts after an attempt, which takes longer than the pause on a stalled disk.
      this.#reopenedAtMs = this.#nowMs();
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  #canReopen(): boolean {
    const isPausing = Math.abs(this.#nowMs() - this.#reopenedAtMs) < REOPEN_PAUSE_MS;
    return this.#file !== null && !isPausing && !this.#stuck.isFull;
  }

  async #reopen(): Promise<DatabaseThread> {
    const { path, busyTimeoutMs, isReadOnly = false } = this.#options;
    const deadlines = this.#deadlines;
    const waited = { deadlines, openingMs: deadlines.reopeningMs, stuck: this.#stuck };
    const start = { path, expected: this.#file, busyTimeoutMs, isReadOnly };
    return (await DatabaseThread.open(start, { ...this.#options, ...waited })).thread;
  }

  #reportOnce(error: Error): void {
    if (this.#reportedError === error) return;
    this.#reportedError = error;
    this.#options.onFatalError(error);
  }

  #nowMs(): number {
    return this.#options.now().getTime();
  }
}

interface OpenedThread {
  readonly thread: DatabaseThread;
  readonly file: FileIdentity | null;
  readonly stuck: StuckThreads;
}
