import { existsSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { checkpointWal } from '../kit/cleaner.ts';
import { createUnusableFileError, toOpeningError } from '../kit/file-errors.ts';
import { MIGRATIONS, type Migration } from '../kit/migrations.ts';
import { StoreError } from '../kit/store-error.ts';
import { StoreReports } from '../kit/store-reports.ts';
import type { SqliteLocation } from '../kit/store-url.ts';
import type { Tables } from '../kit/tables.ts';
import { APPLICATION_ID, checkHeader, checkStamp, createFolderOf } from './file-header.ts';
import { SupervisedThread } from './supervised-thread.ts';
import { createThreadDialect, LockCircuitBreaker } from './thread-dialect.ts';

/** A reply waits until its question is saved, so another program's lock delays it by at most this. */
const BUSY_TIMEOUT_MS = 100;

/** An open database. `close` leaves all data in the one file. */
export interface OpenedDatabase {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

export interface OpeningOptions {
  readonly now: () => Date;
  /** Receives reports for the operator. */
  readonly reports?: StoreReports;
  /** Those of the current version by default. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens an SQLite database in a thread of its own. Creates a missing one, and applies missing migrations.
 *
 * @throws {StoreError} `newer-version`, `unusable-file` (both leave the file unchanged), `cannot-write`
 */
export async function openSqlite(location: SqliteLocation, options: OpeningOptions): Promise<OpenedDatabase> {
  const { now, reports = new StoreReports(), migrations = MIGRATIONS } = options;
  const path = location.kind === 'file' ? location.path : ':memory:';
  if (location.kind === 'file') {
    await createFolderOf(path);
    await checkHeader(path, migrations.length);
  }
  const onFatalError = (error: Error): void =>
    reports.report(
      'The database thread stopped unexpectedly, or its disk did not answer in time. Footnote starts it again; no confirmed change is lost.',
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

/**
 * Opens an existing SQLite database of this version, to read it beside a process that writes it. Changes nothing in it.
 *
 * @returns null where there is no file; its version where an older Footnote has written it
 * @throws {StoreError} `newer-version`, `unusable-file`, `cannot-write` where it cannot be read
 */
export async function openSqliteReadOnly(
  path: string,
  now: () => Date,
): Promise<OpenedDatabase | { readonly version: number } | null> {
  await checkHeader(path, MIGRATIONS.length);
  if (!existsSync(path)) return null;
  const reports = new StoreReports();
  const thread = await SupervisedThread.open({
    path,
    now,
    isReadOnly: true,
    onFatalError: () => {},
    busyTimeoutMs: BUSY_TIMEOUT_MS,
  });
  const dialect = createThreadDialect({ thread, reports, breaker: new LockCircuitBreaker(now) });
  const db = new Kysely<Tables>({ dialect });
  try {
    const version = await inspect(db, path, MIGRATIONS.length);
    thread.beginServing();
    if (version === MIGRATIONS.length) return { db, close: () => db.destroy() };
    await db.destroy();
    return { version };
  } catch (error) {
    await db.destroy();
    throw toOpeningError(path, error);
  }
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
  // Writes the version into the header of the file, where `checkHeader` reads it; before, only the “-wal” file has it.
  await checkpointWal(db);
}

/** Returns the version of the tables after checking that they are Footnote's and undamaged. Writes nothing. */
async function inspect(db: Kysely<Tables>, path: string, latest: number): Promise<number> {
  // Another process may create the tables between these three readings. It writes all three at once. The application id is read last, so
  // that whoever sees the tables or their version also sees the id.
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
    // Of two processes that start at once, the second waits here, and then sees the first one's migrations.
    await sql`pragma application_id = ${sql.lit(APPLICATION_ID)}`.execute(transaction);
    const from = await inspect(transaction, path, migrations.length);
    for (const { up } of migrations.slice(from)) await up(transaction);
    await sql`pragma user_version = ${sql.lit(migrations.length)}`.execute(transaction);
  });
}

/** Returns the value of a pragma that has only one. */
async function pragma(db: Kysely<Tables>, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

async function checkpointAndClose(db: Kysely<Tables>): Promise<void> {
  try {
    await checkpointWal(db);
  } catch (error) {
    // The disk is full. Nothing is lost: the next opening reads the changes from the “-wal” file.
    if (!(error instanceof StoreError)) throw error;
  } finally {
    await db.destroy();
  }
}
