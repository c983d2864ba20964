import { DatabaseThread, type ThreadDeadlines } from './database-thread.ts';
import type { FileIdentity } from './file-identity.ts';
import { StuckThreads } from './stuck-threads.ts';

/** A thread that dies at once again and again must not be started for every question. */
const REOPEN_PAUSE_MS = 5_000;
/** Another process that starts at the same moment may be bringing the file up to date. */
const OPENING_BUSY_TIMEOUT_MS = 5_000;
/** A healthy disk answers in milliseconds; one that a backup keeps busy may take seconds. */
const DEADLINES: SupervisedDeadlines = { statementMs: 10_000, reopeningMs: 10_000, fileMs: 300_000 };

interface SupervisedDeadlines extends ThreadDeadlines {
  /** For opening the file in another thread, while answers wait. */
  readonly reopeningMs: number;
}

export interface SupervisedThreadOptions {
  readonly path: string;
  /** How long a thread that was started again waits for a lock; the first one waits for some seconds, as nobody waits for an answer yet. */
  readonly busyTimeoutMs: number;
  readonly now: () => Date;
  /** How much memory the thread's texts may take; 256 MB unless given. */
  readonly maxHeapMb?: number;
  /** Ten seconds for a statement and for opening again, five minutes for what touches the whole file, unless given. */
  readonly deadlines?: SupervisedDeadlines;
  /** Told once of each thread that stopped by itself or was given up, however often starting another one fails. */
  readonly onFatalError: (error: Error) => void;
}

/**
 * The database thread, started again after it stopped by itself. That is safe for a file: SQLite rolls back what was not committed, and the
 * same file must still lie there. A database in memory is gone with its thread.
 */
export class SupervisedThread {
  readonly #options: SupervisedThreadOptions;
  readonly #deadlines: SupervisedDeadlines;
  readonly #file: FileIdentity | null;
  readonly #stuck: StuckThreads;
  #thread: DatabaseThread;
  #triedAtMs = Number.NEGATIVE_INFINITY;
  #toldDeath: Error | null = null;

  /**
   * Opens the file for bringing it up to date: until {@link beginServing} each statement has as long as a vacuum.
   *
   * @throws {StoreError} `cannot-write`, `unusable-file`
   */
  static async open(options: SupervisedThreadOptions): Promise<SupervisedThread> {
    const start = { path: options.path, expected: null, busyTimeoutMs: OPENING_BUSY_TIMEOUT_MS };
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

  /** From now on answers wait for the statements. */
  beginServing(): void {
    this.#thread.deadlines = this.#deadlines;
  }

  /** Gives a thread that works. One caller at a time: see `ThreadDriver`. */
  async getWorking(): Promise<DatabaseThread> {
    const { fatalError } = this.#thread;
    if (fatalError === null) return this.#thread;
    this.#tellOnce(fatalError);
    if (!this.#mayTryAgain()) throw fatalError;
    try {
      this.#thread = await this.#reopened();
      return this.#thread;
    } finally {
      // The pause begins at the end of an attempt: on a stalled disk an attempt itself takes longer than the pause.
      this.#triedAtMs = this.#nowMs();
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  #mayTryAgain(): boolean {
    const isPausing = Math.abs(this.#nowMs() - this.#triedAtMs) < REOPEN_PAUSE_MS;
    return this.#file !== null && !isPausing && !this.#stuck.isFull;
  }

  async #reopened(): Promise<DatabaseThread> {
    const { path, busyTimeoutMs } = this.#options;
    const deadlines = this.#deadlines;
    const waited = { deadlines, openingMs: deadlines.reopeningMs, stuck: this.#stuck };
    const start = { path, expected: this.#file, busyTimeoutMs };
    return (await DatabaseThread.open(start, { ...this.#options, ...waited })).thread;
  }

  #tellOnce(death: Error): void {
    if (this.#toldDeath === death) return;
    this.#toldDeath = death;
    this.#options.onFatalError(death);
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
