import { Worker } from 'node:worker_threads';
import { cannotWrite } from './file-errors.ts';
import type { FileIdentity } from './file-identity.ts';
import type { StoreError } from './store-error.ts';
import {
  errorOf,
  type QueryOutcome,
  type ThreadAnswer,
  type ThreadFailure,
  type ThreadQuery,
  type ThreadStart,
} from './thread-messages.ts';

/**
 * A statement gives some 20 MB at most: a thousand of the longest questions. More than this would end the whole process where the driver
 * makes rows (it cannot end its thread alone), so what is read without a bound is read in portions.
 */
const MAX_HEAP_MB = 256;
const MAX_YOUNG_MB = 4;

const WORKER = built(new URL('./store-worker.js', import.meta.url));

/** Tests run from `src/`, where no JavaScript lies: they use the thread as it was built before them. */
function built(file: URL): URL {
  const isFromSource = import.meta.url.endsWith('.ts');
  return isFromSource ? new URL('../../dist/store/store-worker.js', file) : file;
}

interface Pending {
  readonly resolve: (outcome: QueryOutcome<never>) => void;
  readonly reject: (error: Error, failure: ThreadFailure | null) => void;
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
  readonly #exited: Promise<void>;
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
    maxHeapMb = MAX_HEAP_MB,
  ): Promise<{ thread: DatabaseThread; file: FileIdentity | null }> {
    const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: MAX_YOUNG_MB };
    const worker = new Worker(WORKER, { workerData: start, resourceLimits, name: 'store' });
    const file = await opened(worker, start.path);
    return { thread: new DatabaseThread(worker, start.path), file };
  }

  private constructor(worker: Worker, path: string) {
    this.#worker = worker;
    this.#path = path;
    this.#exited = new Promise((resolve) => {
      worker.once('exit', (code) => {
        this.#die(new Error(`the thread ended with status ${code}`));
        resolve();
      });
    });
    worker.once('error', (error) => this.#die(error));
    worker.on('message', (answer: ThreadAnswer<never>) => this.#settle(answer));
    worker.unref();
  }

  /** Why the thread ended by itself; null while it works, and after `close`. */
  get death(): StoreError | null {
    return this.#death;
  }

  /** @throws {QueryFailure} of a `StoreError`, or of an `SqliteError` for a mistake in the statement */
  run<Row>(sql: string, parameters: readonly unknown[]): Promise<QueryOutcome<Row>> {
    if (this.#death !== null) return Promise.reject(new QueryFailure(this.#death, false));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const fail = (error: Error, failure: ThreadFailure | null): void =>
        reject(new QueryFailure(error, failure?.isLocked ?? false));
      this.#pending.set(id, { resolve, reject: fail });
      this.#worker.ref();
      this.#worker.postMessage({ id, sql, parameters } satisfies ThreadQuery);
    });
  }

  /** Runs what was sent before, closes the database and ends the thread. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#worker.ref();
    if (this.#death === null) this.#worker.postMessage('close');
    await this.#exited;
  }

  #settle(answer: ThreadAnswer<never>): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if (this.#pending.size === 0 && !this.#isClosing) this.#worker.unref();
    if (answer.kind === 'done') pending?.resolve(answer.outcome);
    if (answer.kind === 'failed') pending?.reject(errorOf(answer.failure), answer.failure);
  }

  #die(cause: Error): void {
    const error = cannotWrite(this.#path, `its thread stopped unexpectedly (${cause.message})`, cause);
    if (!this.#isClosing) this.#death ??= error;
    for (const { reject } of this.#pending.values()) reject(error, null);
    this.#pending.clear();
  }
}

function opened(worker: Worker, path: string): Promise<FileIdentity | null> {
  return new Promise((resolve, reject) => {
    const failed = (cause: Error): void =>
      reject(cannotWrite(path, `its thread could not be started (${cause.message})`, cause));
    const ended = (code: number): void => failed(new Error(`it ended with status ${code}`));
    worker.once('error', failed);
    worker.once('exit', ended);
    worker.once('message', (answer: ThreadAnswer) => {
      worker.off('error', failed);
      worker.off('exit', ended);
      if (answer.kind === 'open') resolve(answer.file);
      if (answer.kind === 'failed') reject(errorOf(answer.failure));
    });
  });
}
