import { Kysely, sql } from 'kysely';
import { checkpointWal } from '../kit/cleaner.ts';
import { createUnusableFileError, toOpeningError } from '../kit/file-errors.ts';
import { StoreError } from '../kit/store-error.ts';
import { StoreReports } from '../kit/store-reports.ts';
import type { Tables } from '../kit/tables.ts';
import { APPLICATION_ID, checkHeader, checkStamp, createFolderOf } from './file-header.ts';
import { LockCircuitBreaker } from './lock-breaker.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { StoreLocation } from './store-url.ts';
import { SupervisedThread } from './supervised-thread.ts';
import { createThreadDialect } from './thread-dialect.ts';

/** A reply waits until the question is written down, so a lock of another program delays it by no more than this. */
const BUSY_TIMEOUT_MS = 100;

/** An open database; `close` before the end leaves everything in the one file. */
export interface OpenedDatabase {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

export interface OpeningOptions {
  readonly now: () => Date;
  /** Told what the operator must know; nobody unless given. */
  readonly reports?: StoreReports;
  /** Those of the current version unless given. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens an SQLite database in a thread of its own, makes it where there is none, and applies the migrations that it lacks.
 *
 * @throws {StoreError} `newer-version`, `unusable-file` (both leave the file as it is), `cannot-write`
 */
export async function openSqlite(place: StoreLocation, options: OpeningOptions): Promise<OpenedDatabase> {
  const { now, reports = new StoreReports(), migrations = MIGRATIONS } = options;
  const path = place.kind === 'file' ? place.path : ':memory:';
  if (place.kind === 'file') {
    await createFolderOf(path);
    await checkHeader(path, migrations.length);
  }
  const onFatalError = (error: Error): void =>
    reports.report(
      'The database thread stopped unexpectedly, or its disk did not answer in time, and it is started again; nothing that was confirmed is lost.',
      error,
    );
  const thread = await SupervisedThread.open({ path, now, onFatalError, busyTimeoutMs: BUSY_TIMEOUT_MS });
  const db = new Kysely<Tables>({
    dialect: createThreadDialect({ thread, reports, breaker: new LockCircuitBreaker(now) }),
  });
  try {
    await prepareDatabase(db, path, migrations);
    await sql`pragma busy_timeout = ${sql.lit(BUSY_TIMEOUT_MS)}`.execute(db);
    thread.beginServing();
  } catch (error) {
    await db.destroy();
    throw toOpeningError(path, error);
  }
  let closing: Promise<void> | null = null;
  return { db, close: () => (closing ??= checkpointAndClose(db)) };
}

async function prepareDatabase(
  db: Kysely<Tables>,
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  const version = await inspect(db, path, migrations.length);
  await sql`pragma journal_mode = wal`.execute(db);
  if (version === migrations.length) return;
  await migrate(db, path, migrations);
  // The header of the file tells its version from now on, not only the “-wal” file: see `checkHeader`.
  await checkpointWal(db);
}

/** The version of the tables, once it is sure that they are ours and whole; writes nothing. */
async function inspect(db: Kysely<Tables>, path: string, latest: number): Promise<number> {
  // Another process may make the tables between these three readings. It writes all three at once, so the stamp is read
  // last: whoever sees the tables or their version sees whose they are.
  const { rows } = await sql`select name from sqlite_master limit 1`.execute(db);
  const version = await pragma(db, 'user_version');
  const applicationId = await pragma(db, 'application_id');
  checkStamp(path, { applicationId: Number(applicationId), version: Number(version), latest });
  if (version === 0 && applicationId === 0 && rows.length > 0) {
    throw createUnusableFileError(path, 'it is the database of another program');
  }
  const found = await pragma(db, 'quick_check(1)');
  if (found !== 'ok') throw createUnusableFileError(path, `it is damaged (${String(found)})`);
  return Number(version);
}

async function migrate(db: Kysely<Tables>, path: string, migrations: readonly Migration[]): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Of two processes that start at once the second waits for its turn, and then reads what the first did.
    await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(transaction);
    const from = await inspect(transaction, path, migrations.length);
    for (const migration of migrations.slice(from)) await migration(transaction);
    await sql`pragma user_version = ${sql.lit(migrations.length)}`.execute(transaction);
  });
}

/** The one value of a pragma that has one. */
async function pragma(db: Kysely<Tables>, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

async function checkpointAndClose(db: Kysely<Tables>): Promise<void> {
  try {
    await checkpointWal(db);
  } catch (error) {
    // On a full disk. Nothing is lost: the “-wal” file holds it, and the next opening reads that.
    if (!(error instanceof StoreError)) throw error;
  } finally {
    await db.destroy();
  }
}
