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
import type { LockCircuitBreaker } from './lock-breaker.ts';
import type { SupervisedThread } from './supervised-thread.ts';
import { isChange, type QueryOutcome } from './thread-messages.ts';

interface DialectDeps {
  readonly thread: SupervisedThread;
  readonly breaker: LockCircuitBreaker;
  /** Told when the file is lost. */
  readonly reports: StoreReports;
}

/** Compiles statements here, as Kysely's own SQLite dialect does, and runs them in the database thread. */
export function createThreadDialect(parts: DialectDeps): Dialect {
  return {
    createDriver: () => new ThreadDriver(parts),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/**
 * Ours read before they write. After a plain `begin` SQLite refuses the first write at once where another process has written since:
 * what was read could be out of date.
 *
 * @see https://www.sqlite.org/lang_transaction.html
 */
const BEGIN = 'begin immediate';

/** Hands out one connection at a time, so that no statement gets into somebody else's transaction. */
class ThreadDriver implements Driver {
  readonly #parts: DialectDeps;
  /** Settles once everybody who came before is done. */
  #queue: Promise<void> = Promise.resolve();
  readonly #releases = new Map<DatabaseConnection, () => void>();

  constructor(parts: DialectDeps) {
    this.#parts = parts;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const release = await this.#takeTurn();
    try {
      const connection = new ThreadConnection(await this.#parts.thread.getWorking(), this.#parts);
      this.#releases.set(connection, release);
      return connection;
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Resolves once everybody who came before is done, with what lets the next one go on. */
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

  /** With its thread a transaction is gone already. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof ThreadConnection && connection.isDead) return;
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    return this.#parts.thread.close();
  }
}

/** Bound to one thread: a transaction never goes on in another one. */
class ThreadConnection implements DatabaseConnection {
  readonly #thread: DatabaseThread;
  readonly #parts: Omit<DialectDeps, 'thread'>;

  constructor(thread: DatabaseThread, parts: Omit<DialectDeps, 'thread'>) {
    this.#thread = thread;
    this.#parts = parts;
  }

  get isDead(): boolean {
    return this.#thread.fatalError !== null;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const refusal = isChange(sql) ? this.#parts.breaker.error : null;
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
    this.#parts.breaker.reset();
    this.#parts.reports.allowAgain('file-lost');
  }

  #noteFailed({ isLocked, error }: QueryFailure): void {
    if (isLocked) this.#parts.breaker.trip(error);
    if (error instanceof StoreError && error.code === 'file-lost')
      this.#parts.reports.reportOnce('file-lost', error.message, error);
  }
}
