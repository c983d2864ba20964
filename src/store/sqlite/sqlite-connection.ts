import { chmodSync } from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { convertSqliteErrors, createFileLostError, toOpeningError } from '../kit/file-errors.ts';
import { toStorableParameter } from '../kit/stored-values.ts';
import { FileGuard, type FileIdentity, identify } from './file-identity.ts';
import { isChange, type QueryOutcome, type ThreadStart } from './thread-messages.ts';

/** Larger than the number of distinct statements, though `in` lists add one for each length of a list. */
const MAX_PREPARED = 100;
/** Only the user that the bot runs as may read the file. */
const PRIVATE_MODE = 0o600;

/**
 * An open SQLite database. It blocks its thread, so it runs only in `store-worker.ts`. The package has the interface of `node:sqlite`, which
 * can replace it once Node.js 20 is no longer supported.
 */
export class SqliteConnection {
  readonly #path: string;
  readonly #database: DatabaseSyncInstance;
  readonly #guard: FileGuard | null;
  /** Statements are reused: only garbage collection releases one, and `close` leaves the “-wal” file while one remains. */
  readonly #prepared = new Map<string, StatementSyncInstance>();

  /** @throws {StoreError} `file-lost` where another file than expected is at the path; `cannot-write`, `unusable-file` */
  constructor({ path, expected, busyTimeoutMs, isReadOnly = false }: ThreadStart) {
    this.#path = path;
    if (expected !== null) requireSame(path, expected);
    this.#database = isReadOnly ? openReadOnly(path, busyTimeoutMs) : open(path, busyTimeoutMs);
    const identity = path === ':memory:' ? null : identify(path);
    this.#guard = identity === null ? null : new FileGuard(path, identity);
  }

  /** The identity of the open file, or null for a database in memory. */
  get file(): FileIdentity | null {
    return this.#guard === null ? null : identify(this.#path);
  }

  /**
   * Runs a statement.
   *
   * @throws {StoreError} `file-lost` where a change would be lost when the process ends; `cannot-write`, `unusable-file`
   */
  run(sql: string, parameters: readonly unknown[]): QueryOutcome {
    if (isChange(sql)) this.#requireFile();
    // SQLite rolls back by itself on a full disk. The error of a second rollback would hide the error of the disk.
    if (sql === 'rollback' && !this.#database.isTransaction) return { rows: [], changes: 0 };
    return convertSqliteErrors(this.#path, () =>
      execute(this.#prepare(sql), parameters.map(toStorableParameter)),
    );
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): StatementSyncInstance {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    if (this.#prepared.size >= MAX_PREPARED) this.#prepared.clear();
    this.#prepared.set(sql, statement);
    return statement;
  }

  #requireFile(): void {
    const loss = this.#guard?.findLoss() ?? null;
    if (loss === null) return;
    // Otherwise SQLite would replay the “-wal” file of the lost database into a file that has taken, or will take, its place. What it holds
    // goes into the open file, which may come back.
    if (loss !== 'truncated' && !this.#database.isTransaction) this.#emptyWal();
    throw createFileLostError(this.#path, loss);
  }

  #emptyWal(): void {
    try {
      this.#database.prepare('pragma wal_checkpoint(truncate)').all();
    } catch {
      // The error below says what to do in any case.
    }
  }
}

function execute(statement: StatementSyncInstance, parameters: readonly unknown[]): QueryOutcome {
  if (statement.columns().length > 0) return { rows: statement.all(...parameters), changes: 0 };
  return { rows: [], changes: statement.run(...parameters).changes };
}

function open(path: string, timeout: number): DatabaseSyncInstance {
  const isNew = path !== ':memory:' && identify(path) === null;
  const database = convertSqliteErrors(path, () => new DatabaseSync(path, { timeout }));
  try {
    if (path !== ':memory:') makePrivate(path, isNew);
    // Acknowledged changes survive a power cut, at the cost of a disk write each. SQLite overwrites deleted words.
    const pragmas = 'pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on';
    convertSqliteErrors(path, () => database.exec(pragmas));
    return database;
  } catch (error) {
    database.close();
    throw toOpeningError(path, error);
  }
}

/** Opens a file that another process may be writing. SQLite then refuses every change. */
function openReadOnly(path: string, timeout: number): DatabaseSyncInstance {
  return convertSqliteErrors(path, () => new DatabaseSync(path, { timeout, readOnly: true }));
}

/** Restricts the mode of the files. SQLite gives the “-wal” and “-shm” files the mode of the database. Leaves a file that it may not change. */
function makePrivate(path: string, isNew: boolean): void {
  try {
    for (const file of [path, `${path}-wal`, `${path}-shm`])
      if (identify(file) !== null) chmodSync(file, PRIVATE_MODE);
  } catch (error) {
    if (isNew) throw error;
  }
}

function requireSame(path: string, expected: FileIdentity): void {
  const found = identify(path);
  if (found === null) throw createFileLostError(path, 'deleted');
  if (found.device !== expected.device || found.inode !== expected.inode)
    throw createFileLostError(path, 'replaced');
}
