import { Worker } from 'node:worker_threads';
import { locateCompiledFile } from '../../threads/compiled-file.ts';
import { createCannotWriteError } from '../kit/file-errors.ts';
import type { StoreError } from '../kit/store-error.ts';
import type { FileIdentity } from './file-identity.ts';
import {
  type QueryOutcome,
  type ThreadAnswer,
  type ThreadFailure,
  type ThreadQuery,
  type ThreadStart,
  toError,
  touchesWholeFile,
} from './thread-messages.ts';

/**
 * A statement returns some 20 MB at most: a thousand of the longest questions. Beyond this limit the driver, while it makes rows, ends the
 * whole process rather than its thread. So queries without a limit of their own read in batches.
 */
const MAX_HEAP_MB = 256;
const MAX_YOUNG_MB = 4;

/** How long the database may take before its thread is abandoned. */
export interface ThreadDeadlines {
  /** For one statement, which an answer may wait for. */
  readonly statementMs: number;
  /** For work on the whole file: vacuum, checkpoint and closing. */
  readonly fileMs: number;
}

export interface ThreadOptions {
  readonly deadlines: ThreadDeadlines;
  /** The deadline for opening the file. */
  readonly openingMs: number;
  readonly stuck: StuckThreads;
  /** The limit of the thread's heap; 256 MB by default. */
  readonly maxHeapMb?: number;
}

interface Pending {
  readonly resolve: (outcome: QueryOutcome<never>) => void;
  readonly reject: (error: Error, failure: ThreadFailure | null) => void;
  readonly deadline: NodeJS.Timeout;
}

/** A failed statement, and whether it failed because another connection held the lock. */
export class QueryFailure {
  readonly error: Error;
  readonly isLocked: boolean;

  constructor(error: Error, isLocked: boolean) {
    this.error = error;
    this.isLocked = isLocked;
  }
}

/**
 * A thread with one open database, so that the main thread never waits for a disk or a lock. It keeps the process alive only while a
 * statement runs.
 */
export class DatabaseThread {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #pending = new Map<number, Pending>();
  readonly #stuck: StuckThreads;
  #deadlines: ThreadDeadlines;
  /** Resolves when the thread exits or is abandoned: one that waits for a stalled disk may never exit. */
  readonly #ended: Promise<void>;
  #noteEnded: () => void = () => {};
  #lastId = 0;
  #death: StoreError | null = null;
  #isClosing = false;

  /**
   * Starts a thread and opens the database in it.
   *
   * @throws {StoreError} `file-lost`, `cannot-write`, `unusable-file`
   */
  static async open(
    start: ThreadStart,
    options: ThreadOptions,
  ): Promise<{ thread: DatabaseThread; file: FileIdentity | null }> {
    const { maxHeapMb = MAX_HEAP_MB } = options;
    const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: MAX_YOUNG_MB };
    const worker = new Worker(locateCompiledFile('store/store-worker'), {
      workerData: start,
      resourceLimits,
      name: 'store',
    });
    const file = await waitUntilOpen(worker, start.path, options);
    return { thread: new DatabaseThread(worker, start.path, options), file };
  }

  private constructor(worker: Worker, path: string, { deadlines, stuck }: ThreadOptions) {
    this.#worker = worker;
    this.#path = path;
    this.#deadlines = deadlines;
    this.#stuck = stuck;
    this.#ended = new Promise((resolve) => {
      this.#noteEnded = resolve;
    });
    worker.once('exit', (code) => {
      this.#fail(createStoppedError(path, new Error(`the thread ended with status ${code}`)));
      this.#noteEnded();
    });
    worker.once('error', (error) => this.#fail(createStoppedError(path, error)));
    worker.on('message', (answer: ThreadAnswer<never>) => this.#settle(answer));
    worker.unref();
  }

  /** The reason why the thread ended by itself; null while it works, and after `close`. */
  get fatalError(): StoreError | null {
    return this.#death;
  }

  /** Sets the deadlines of all later statements. */
  set deadlines(deadlines: ThreadDeadlines) {
    this.#deadlines = deadlines;
  }

  /**
   * Runs a statement. One that misses its deadline ends the thread; whether it took effect is then unknown.
   *
   * @throws {QueryFailure} with a `StoreError`, or with an `SqliteError` for a mistake in the statement
   */
  run<Row>(sql: string, parameters: readonly unknown[]): Promise<QueryOutcome<Row>> {
    if (this.#death !== null) return Promise.reject(new QueryFailure(this.#death, false));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const fail = (error: Error, failure: ThreadFailure | null): void =>
        reject(new QueryFailure(error, failure?.isLocked ?? false));
      const { statementMs, fileMs } = this.#deadlines;
      const deadline = this.#abandonAfter(touchesWholeFile(sql) ? fileMs : statementMs);
      this.#pending.set(id, { resolve, reject: fail, deadline });
      this.#worker.ref();
      this.#worker.postMessage({ id, sql, parameters } satisfies ThreadQuery);
    });
  }

  /** Runs the statements sent before, closes the database and ends the thread. Abandons a thread that is stuck. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#worker.ref();
    if (this.#death === null) this.#worker.postMessage('close');
    const deadline = this.#abandonAfter(this.#deadlines.fileMs);
    await this.#ended;
    clearTimeout(deadline);
  }

  #abandonAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#abandon(ms), ms);
  }

  #abandon(afterMs: number): void {
    this.#fail(createTooSlowError(this.#path, afterMs));
    this.#stuck.abandon(this.#worker);
    this.#noteEnded();
  }

  #settle(answer: ThreadAnswer<never>): void {
    const pending = this.#pending.get(answer.id);
    clearTimeout(pending?.deadline);
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0 && !this.#isClosing) this.#worker.unref();
    if (answer.kind === 'done') pending?.resolve(answer.outcome);
    if (answer.kind === 'failed') pending?.reject(toError(answer.failure), answer.failure);
  }

  #fail(error: StoreError): void {
    if (!this.#isClosing) this.#death ??= error;
    for (const { reject, deadline } of this.#pending.values()) {
      clearTimeout(deadline);
      reject(error, null);
    }
    this.#pending.clear();
  }
}

function createStoppedError(path: string, cause: Error): StoreError {
  return createCannotWriteError(path, `its thread stopped unexpectedly (${cause.message})`, cause);
}

function createTooSlowError(path: string, ms: number): StoreError {
  const detail = `it did not answer within ${ms / 1000} seconds`;
  return createCannotWriteError(path, detail, new Error(detail));
}

function waitUntilOpen(
  worker: Worker,
  path: string,
  { openingMs, stuck }: ThreadOptions,
): Promise<FileIdentity | null> {
  return new Promise((resolve, reject) => {
    const failed = (cause: Error): void =>
      reject(createCannotWriteError(path, `its thread could not be started (${cause.message})`, cause));
    const ended = (code: number): void => failed(new Error(`it ended with status ${code}`));
    const deadline = setTimeout(() => {
      reject(createTooSlowError(path, openingMs));
      stuck.abandon(worker);
    }, openingMs);
    worker.once('error', failed);
    worker.once('exit', ended);
    worker.once('message', (answer: ThreadAnswer) => {
      worker.off('error', failed);
      worker.off('exit', ended);
      clearTimeout(deadline);
      if (answer.kind === 'open') resolve(answer.file);
      if (answer.kind === 'failed') reject(toError(answer.failure));
    });
    worker.once('exit', () => clearTimeout(deadline));
  });
}

/** Each holds some megabytes, and one more would not help while the disk is stalled. */
const MAX_STUCK = 4;

/** The part of a `Worker` that ends it. */
interface Endable {
  once(event: 'exit', listener: () => void): unknown;
  postMessage(message: 'close'): void;
  unref(): void;
}

/** Counts abandoned threads that have not exited yet. They are stuck in a call of SQLite, which nothing can interrupt. */
export class StuckThreads {
  #count = 0;

  /** Whether no further thread should be started. */
  get isFull(): boolean {
    return this.#count >= MAX_STUCK;
  }

  /** Asks a thread to end as soon as it can, and does not wait for it. */
  abandon(worker: Endable): void {
    this.#count++;
    worker.once('exit', () => {
      this.#count--;
    });
    // `terminate` within a call of the driver would end the whole process. The thread closes the file itself once the call returns.
    worker.postMessage('close');
    worker.unref();
  }
}
