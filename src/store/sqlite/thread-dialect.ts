import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { StoreError } from '../kit/store-error.ts';
import type { StoreReports } from '../kit/store-reports.ts';
import { type DatabaseThread, QueryFailure } from './database-thread.ts';
import type { SupervisedThread } from './supervised-thread.ts';
import { isChange, type QueryOutcome } from './thread-messages.ts';

interface DialectDeps {
  readonly thread: SupervisedThread;
  readonly breaker: LockCircuitBreaker;
  /** Receives a report when the file is lost. */
  readonly reports: StoreReports;
}

/** Creates a dialect that compiles statements as Kysely's own SQLite dialect does, and runs them in the database thread. */
export function createThreadDialect(deps: DialectDeps): Dialect {
  return {
    createDriver: () => new ThreadDriver(deps),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * Footnote's transactions read before they write. After a plain `begin`, SQLite refuses the first write at once where another process has
 * written since, because the rows read before could be outdated.
 *
 * @see https://www.sqlite.org/lang_transaction.html
 */
const BEGIN = 'begin immediate';

/** Gives out one connection at a time, so that no statement runs inside another caller's transaction. */
class ThreadDriver implements Driver {
  readonly #deps: DialectDeps;
  /** Settles when all earlier callers are done. */
  #queue: Promise<void> = Promise.resolve();
  readonly #releases = new Map<DatabaseConnection, () => void>();

  constructor(deps: DialectDeps) {
    this.#deps = deps;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const release = await this.#takeTurn();
    try {
      const connection = new ThreadConnection(await this.#deps.thread.getWorking(), this.#deps);
      this.#releases.set(connection, release);
      return connection;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Waits until all earlier callers are done. Returns the function that lets the next one continue. */
  #takeTurn(): Promise<() => void> {
    const before = this.#queue;
    return new Promise((resolve) => {
      this.#queue = new Promise((release) => {
        void before.then(() => resolve(release));
      });
    });
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#releases.get(connection)?.();
    this.#releases.delete(connection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(BEGIN));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** Rolls back, unless the thread ended: then its transaction ended, too. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof ThreadConnection && connection.hasEnded) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    return this.#deps.thread.close();
  }
}

/** A connection to one thread: a transaction never continues in another thread. */
class ThreadConnection implements DatabaseConnection {
  readonly #thread: DatabaseThread;
  readonly #deps: Omit<DialectDeps, 'thread'>;

  constructor(thread: DatabaseThread, deps: Omit<DialectDeps, 'thread'>) {
    this.#thread = thread;
    this.#deps = deps;
  }

  get hasEnded(): boolean {
    return this.#thread.fatalError !== null;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const refusal = isChange(sql) ? this.#deps.breaker.error : null;
    if (refusal !== null) throw refusal;
    const { rows, changes } = await this.#run<Row>(sql, parameters);
    return { rows, numAffectedRows: BigInt(changes) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('the database thread does not stream rows');
  }

  async #run<Row>(sql: string, parameters: readonly unknown[]): Promise<QueryOutcome<Row>> {
    try {
      const outcome = await this.#thread.run<Row>(sql, parameters);
      if (isChange(sql)) this.#noteChanged();
      return outcome;
    } catch (failure) {
      if (!(failure instanceof QueryFailure)) throw failure;
      this.#noteFailed(failure);
      throw failure.error;
    }
  }

  #noteChanged(): void {
    this.#deps.breaker.reset();
    this.#deps.reports.allowAgain('file-lost');
  }

  #noteFailed({ isLocked, error }: QueryFailure): void {
    if (isLocked) this.#deps.breaker.trip(error);
    if (error instanceof StoreError && error.code === 'file-lost')
      this.#deps.reports.reportOnce('file-lost', error.message, error);
  }
}

/** While another program holds the lock, waiting for it each time would delay every answer. */
const PAUSE_MS = 3_000;

/** Makes changes fail at once for three seconds after waiting for another program's lock failed. */
export class LockCircuitBreaker {
  readonly #now: () => Date;
  #lockedAtMs: number | null = null;
  #error: Error | null = null;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The error of a change that must fail at once, or null if it may be tried. */
  get error(): Error | null {
    if (this.#lockedAtMs === null) return null;
    const passedMs = this.#now().getTime() - this.#lockedAtMs;
    // Otherwise a clock that is set back would block changes for a long time.
    return passedMs >= 0 && passedMs < PAUSE_MS ? this.#error : null;
  }

  /** Records that waiting for the lock failed. */
  trip(error: Error): void {
    this.#lockedAtMs = this.#now().getTime();
    this.#error = error;
  }

  /** Records that a change succeeded. */
  reset(): void {
    this.#lockedAtMs = null;
    this.#error = null;
  }
}
