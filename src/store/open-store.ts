import type { Kysely } from 'kysely';
import { createCleaner } from './kit/cleaner.ts';
import { type Coordination, createProcessCoordination } from './kit/coordination.ts';
import { type Database, NO_LOCKS } from './kit/database.ts';
import { StoreReports } from './kit/store-reports.ts';
import { parseStoreUrl, type SqliteLocation } from './kit/store-url.ts';
import type { Tables } from './kit/tables.ts';
import { type AskedOptions, type AskedRecords, createAskedRecords } from './records/asked.ts';
import { createForgettingRecords, type ForgettingRecords } from './records/forgetting.ts';
import {
  createDigestRecords,
  createForumPostRecords,
  createGreetingRecords,
  type DigestRecords,
  type ForumPostRecords,
  type GreetingRecords,
} from './records/once-records.ts';
import {
  type AgreementRecords,
  createAgreementRecords,
  createProcessRecords,
  type ProcessRecords,
} from './records/processes.ts';
import { createServerSettingsRecords, type ServerSettingsRecords } from './records/server-settings.ts';
import { createServerValueRecords, type ServerValueRecords } from './records/server-values.ts';
import { createSnapshotRecords, type SnapshotRecords } from './records/snapshots.ts';
import { createUsageRecords, type UsageRecords } from './records/usage.ts';
import { createVoteRecords, type VoteRecords } from './records/votes.ts';
import { openSqlite } from './sqlite/sqlite-file.ts';

/** The data that survive a restart. Every operation may throw a `StoreError` of code `cannot-write` or `unusable-file`. */
export interface Store {
  readonly asked: AskedRecords;
  readonly votes: VoteRecords;
  readonly serverValues: ServerValueRecords;
  readonly serverSettings: ServerSettingsRecords;
  readonly forgetting: ForgettingRecords;
  readonly greetings: GreetingRecords;
  readonly forumPosts: ForumPostRecords;
  readonly digests: DigestRecords;
  readonly usage: UsageRecords;
  readonly snapshots: SnapshotRecords;
  readonly processes: ProcessRecords;
  readonly agreements: AgreementRecords;
  /** What lets the processes on this store work together. */
  readonly coordination: Coordination;
  /** Proves that the store can be written, with a small change that nobody sees. */
  checkWritable(): Promise<void>;
  /** Reports for the operator; the log subscribes to them. */
  readonly reports: Pick<StoreReports, 'subscribe'>;
  /** Closes the store. Call it when no operation is running; no operation works afterwards. A second call does no harm. */
  close(): Promise<void>;
}

export interface StoreOptions extends AskedOptions {
  /** A path, absolute or relative to the working directory; a `file:` or `postgres:` URL; `:memory:` in tests. */
  readonly url: string;
  /**
   * Whether a PostgreSQL database may be away: operations fail until it is there, and the reports say so. False unless given: opening then
   * fails.
   */
  readonly mayBeAway?: boolean;
}

/**
 * Opens the store. Creates a file and its folder, or the tables of a database, where they are missing, and migrates older ones.
 *
 * @throws {StoreError} `unsupported-url`; `newer-version` and `unusable-file`, which leave everything unchanged; `cannot-write`
 */
export async function openStore({ url, ...options }: StoreOptions): Promise<Store> {
  const reports = new StoreReports();
  const database = await openDatabase(url, { ...options, reports });
  const { db, coordination, cleaner } = database;
  try {
    await cleaner.clean();
  } catch (error) {
    await database.close();
    throw error;
  }
  const deps = { ...database, reports, now: options.now };
  const serverValues = createServerValueRecords(deps);
  let closing: Promise<void> | null = null;
  return {
    asked: createAskedRecords(db, options, reports),
    votes: createVoteRecords(deps),
    serverValues,
    serverSettings: createServerSettingsRecords({ values: serverValues, reports }),
    forgetting: createForgettingRecords(deps),
    greetings: createGreetingRecords(db, options.now),
    forumPosts: createForumPostRecords(db, options.now),
    digests: createDigestRecords(db, options.now),
    usage: createUsageRecords(db),
    snapshots: createSnapshotRecords(deps),
    processes: createProcessRecords(db, options.now),
    agreements: createAgreementRecords(db),
    coordination,
    checkWritable: createWriteCheck(db, options.now),
    reports,
    close: () => (closing ??= cleanAndClose(database)),
  };
}

interface DatabaseOptions extends Pick<StoreOptions, 'now' | 'mayBeAway'> {
  readonly reports: StoreReports;
}

async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const location = parseStoreUrl(url);
  if (location.kind !== 'postgres') return openFile(location, options);
  // Its driver takes 60 ms to load, and is not needed for a file.
  const { openPostgres } = await import('./postgres/open-postgres.ts');
  return openPostgres(location, options);
}

async function openFile(location: SqliteLocation, options: DatabaseOptions): Promise<Database> {
  const { db, close } = await openSqlite(location, options);
  const path = location.kind === 'file' ? location.path : null;
  const cleaner = createCleaner({ db, path, ...options });
  const coordination = createProcessCoordination();
  return { db, close, cleaner, locks: NO_LOCKS, coordination, announceIn: async () => {} };
}

async function cleanAndClose({ cleaner, close }: Pick<Database, 'cleaner' | 'close'>): Promise<void> {
  try {
    await cleaner.finish();
  } finally {
    await close();
  }
}

/** A row that nobody reads. All processes share it, so it never becomes more than one, and no copy of the store takes it along. */
const WRITTEN_NAME = 'written';

/**
 * Creates a look at whether the store can be written: it writes a time into a row of its own, and commits. Reading proves nothing, as a file
 * that was deleted, replaced or lies on a full disk can still be read.
 *
 * @throws {StoreError} from each look: `cannot-write`, `unusable-file`, `file-lost`
 */
function createWriteCheck(db: Kysely<Tables>, now: () => Date): () => Promise<void> {
  return async () => {
    // SQLite writes nothing where a row stays as it was.
    const value = now().toISOString();
    await db
      .insertInto('agreements')
      .values({ name: WRITTEN_NAME, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  };
}
