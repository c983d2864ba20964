import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { tellingPlace, unusableFile } from './file-errors.ts';
import { APPLICATION_ID, checkHeader, checkStamp, makeFolderOf } from './file-header.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { asKyselyDatabase } from './sqlite-driver.ts';
import { StoreError } from './store-error.ts';
import type { StorePlace } from './store-url.ts';
import type { Tables } from './tables.ts';

/** Another process that writes is done within milliseconds, on a busy machine within a second; waiting holds up everything else, and Discord waits 3 s. */
const BUSY_TIMEOUT_MS = 2_000;

/** An open database; `close` before the end leaves everything in the one file. */
export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/**
 * Opens an SQLite database, makes it where there is none, and brings its tables up to the last of `migrations`.
 *
 * @throws {StoreError} `newer-version`, `unusable-file` (both leave the file as it is), `cannot-write`
 */
export async function openSqlite(
  place: StorePlace,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<OpenDatabase> {
  const path = place.kind === 'file' ? place.path : ':memory:';
  if (place.kind === 'file') {
    await makeFolderOf(path);
    await checkHeader(path, migrations.length);
  }
  const db = connect(path);
  try {
    await bringUpToDate(db, path, migrations);
  } catch (error) {
    await db.destroy();
    throw asRefusal(path, error);
  }
  let closing: Promise<void> | null = null;
  return { db, close: () => (closing ??= closeWhole(db)) };
}

/** Whatever else SQLite says of a file while it is opened, such as “unsupported file format”, is the file's fault. */
function asRefusal(path: string, error: unknown): unknown {
  const isOfSqlite = error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
  return isOfSqlite ? unusableFile(path, error.message, error) : error;
}

function connect(path: string): Kysely<Tables> {
  const database = tellingPlace(path, () => new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS }));
  try {
    // A vote that was acknowledged survives a power cut too; that costs a write to the disk each time.
    tellingPlace(path, () => database.exec('pragma synchronous = full; pragma foreign_keys = on'));
  } catch (error) {
    database.close();
    throw asRefusal(path, error);
  }
  return new Kysely({ dialect: new SqliteDialect({ database: asKyselyDatabase(database, path) }) });
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
  const [applicationId, version] = [await pragma(db, 'application_id'), await pragma(db, 'user_version')];
  checkStamp(path, { applicationId: Number(applicationId), version: Number(version), latest });
  const { rows } = await sql`select name from sqlite_master limit 1`.execute(db);
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

async function checkpoint(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
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
