import { Worker } from 'node:worker_threads';
import { locateCompiledFile } from '../../threads/compiled-file.ts';
import { createCannotWriteError } from '../kit/file-errors.ts';
import type { StoreError } from '../kit/store-error.ts';
import type { FileIdentity } from './file-identity.ts';
import type { StuckThreads } from './stuck-threads.ts';
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
 * A statement gives some 20 MB at most: a thousand of the longest questions. More than this would end the whole process where the driver
 * makes rows (it cannot end its thread alone), so what is read without a bound is read in portions.
 */
const MAX_HEAP_MB = 256;
const MAX_YOUNG_MB = 4;

/** How long the database may take before its thread is given up. */
export interface ThreadDeadlines {
  /** For one statement that an answer may wait for. */
  readonly statementMs: number;
  /** For what touches the whole file: vacuum, checkpoint and closing. */
  readonly fileMs: number;
}

export interface ThreadOptions {
  readonly deadlines: ThreadDeadlines;
  /** How long opening the file may take. */
  readonly openingMs: number;
  readonly stuck: StuckThreads;
  /** How much memory the thread's texts may take; 256 MB unless given. */
  readonly maxHeapMb?: number;
}

interface Pending {
  readonly resolve: (outcome: QueryOutcome<never>) => void;
  readonly reject: (error: Error, failure: ThreadFailure | null) => void;
  readonly deadline: NodeJS.Timeout;
}

/** A failure of the thread, with whether another connection held the lock. */
export class QueryFailure {
  readonly error: Error;
  readonly isLocked: boolean;

  constructor(error: Error, isLocked: boolean) {
    this.error = error;
    this.isLocked = isLocked;
  }
}

/**
 * One thread with one open database: the main thread never waits for a disk or for a lock. It keeps the process only while a statement is
 * under way.
 */
export class DatabaseThread {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #pending = new Map<number, Pending>();
  readonly #stuck: StuckThreads;
  #deadlines: ThreadDeadlines;
  /** Resolves when the thread has exited, or was given up: one that is stuck in the disk may never exit. */
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
      this.#die(createStoppedError(path, new Error(`the thread ended with status ${code}`)));
      this.#noteEnded();
    });
    worker.once('error', (error) => this.#die(createStoppedError(path, error)));
    worker.on('message', (answer: ThreadAnswer<never>) => this.#settle(answer));
    worker.unref();
  }

  /** Why the thread ended by itself; null while it works, and after `close`. */
  get fatalError(): StoreError | null {
    return this.#death;
  }

  /** From now on statements have to keep these. */
  set deadlines(deadlines: ThreadDeadlines) {
    this.#deadlines = deadlines;
  }

  /**
   * Runs a statement. One that takes longer than its deadline ends the thread; whether it was carried out is then unknown.
   *
   * @throws {QueryFailure} of a `StoreError`, or of an `SqliteError` for a mistake in the statement
   */
  run<Row>(sql: string, parameters: readonly unknown[]): Promise<QueryOutcome<Row>> {
    if (this.#death !== null) return Promise.reject(new QueryFailure(this.#death, false));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const fail = (error: Error, failure: ThreadFailure | null): void =>
        reject(new QueryFailure(error, failure?.isLocked ?? false));
      const { statementMs, fileMs } = this.#deadlines;
      const deadline = this.#giveUpAfter(touchesWholeFile(sql) ? fileMs : statementMs);
      this.#pending.set(id, { resolve, reject: fail, deadline });
      this.#worker.ref();
      this.#worker.postMessage({ id, sql, parameters } satisfies ThreadQuery);
    });
  }

  /** Runs what was sent before, closes the database and ends the thread; gives up one that is stuck. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#worker.ref();
    if (this.#death === null) this.#worker.postMessage('close');
    const deadline = this.#giveUpAfter(this.#deadlines.fileMs);
    await this.#ended;
    clearTimeout(deadline);
  }

  #giveUpAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#giveUp(ms), ms);
  }

  #giveUp(afterMs: number): void {
    this.#die(createTooSlowError(this.#path, afterMs));
    this.#stuck.giveUp(this.#worker);
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

  #die(error: StoreError): void {
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
      stuck.giveUp(worker);
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
