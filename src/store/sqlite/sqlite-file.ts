import { Kysely, sql } from 'kysely';
import { checkpoint } from '../kit/cleaning.ts';
import { asRefusal, unusableFile } from '../kit/file-errors.ts';
import { StoreError } from '../kit/store-error.ts';
import type { Tables } from '../kit/tables.ts';
import { Troubles } from '../kit/troubles.ts';
import { APPLICATION_ID, checkHeader, checkStamp, makeFolderOf } from './file-header.ts';
import { LockBreaker } from './lock-breaker.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { StorePlace } from './store-url.ts';
import { SupervisedThread } from './supervised-thread.ts';
import { threadDialect } from './thread-dialect.ts';

/** A reply waits until the question is written down, so a lock of another program delays it by no more than this. */
const BUSY_TIMEOUT_MS = 100;

/** An open database; `close` before the end leaves everything in the one file. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly now: () => Date;
  /** Told what the operator must know; nobody unless given. */
  readonly troubles?: Troubles;
  /** Those of the current version unless given. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens an SQLite database in a thread of its own, makes it where there is none, and applies the migrations that it lacks.
 *
 * @throws {StoreError} `newer-version`, `unusable-file` (both leave the file as it is), `cannot-write`
 */
export async function openSqlite(place: StorePlace, options: OpenOptions): Promise<OpenDatabase> {
  const { now, troubles = new Troubles(), migrations = MIGRATIONS } = options;
  const path = place.kind === 'file' ? place.path : ':memory:';
  if (place.kind === 'file') {
    await makeFolderOf(path);
    await checkHeader(path, migrations.length);
  }
  const onDeath = (error: Error): void =>
    troubles.tell(
      'The database thread stopped unexpectedly, or its disk did not answer in time, and it is started again; nothing that was confirmed is lost.',
      error,
    );
  const thread = await SupervisedThread.open({ path, now, onDeath, busyTimeoutMs: BUSY_TIMEOUT_MS });
  const db = new Kysely<Tables>({
    dialect: threadDialect({ thread, troubles, breaker: new LockBreaker(now) }),
  });
  try {
    await bringUpToDate(db, path, migrations);
    await sql`pragma busy_timeout = ${sql.lit(BUSY_TIMEOUT_MS)}`.execute(db);
    thread.beginServing();
  } catch (error) {
    await db.destroy();
    throw asRefusal(path, error);
  }
  let closing: Promise<void> | null = null;
  return { db, close: () => (closing ??= closeWhole(db)) };
}

async function bringUpToDate(
  db: Kysely<Tables>,
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  const version = await inspect(db, path, migrations.length);
  await sql`pragma journal_mode = wal`.execute(db);
  if (version === migrations.length) return;
  await migrate(db, path, migrations);
  // The header of the file tells its version from now on, not only the “-wal” file: see `checkHeader`.
  await checkpoint(db);
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
    throw unusableFile(path, 'it is the database of another program');
  }
  const found = await pragma(db, 'quick_check(1)');
  if (found !== 'ok') throw unusableFile(path, `it is damaged (${String(found)})`);
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

async function closeWhole(db: Kysely<Tables>): Promise<void> {
  try {
    await checkpoint(db);
  } catch (error) {
    // On a full disk. Nothing is lost: the “-wal” file holds it, and the next opening reads that.
    if (!(error instanceof StoreError)) throw error;
  } finally {
    await db.destroy();
  }
}
