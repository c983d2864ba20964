import { createCleaner } from './kit/cleaner.ts';
import type { Coordination } from './kit/coordination.ts';
import type { Database } from './kit/database.ts';
import { StoreReports } from './kit/store-reports.ts';
import { parseStoreUrl, type SqliteLocation } from './kit/store-url.ts';
import { NO_LOCKS } from './kit/transactions.ts';
import { type AgreementRecords, createAgreementRecords } from './records/agreements.ts';
import { type AskedOptions, type AskedRecords, createAskedRecords } from './records/asked.ts';
import { createDigestRecords, type DigestRecords } from './records/digests.ts';
import { createForgettingRecords, type ForgettingRecords } from './records/forgetting.ts';
import { createForumPostRecords, type ForumPostRecords } from './records/forum-posts.ts';
import { createGreetingRecords, type GreetingRecords } from './records/greetings.ts';
import { createProcessRecords, type ProcessRecords } from './records/processes.ts';
import { createServerSettingsRecords, type ServerSettingsRecords } from './records/server-settings.ts';
import { createServerValueRecords, type ServerValueRecords } from './records/server-values.ts';
import { createSnapshotRecords, type SnapshotRecords } from './records/snapshots.ts';
import { createUsageRecords, type UsageRecords } from './records/usage.ts';
import { createVoteRecords, type VoteRecords } from './records/votes.ts';
import { createProcessCoordination } from './sqlite/process-coordination.ts';
import { openSqlite } from './sqlite/sqlite-file.ts';
import { createWriteCheck } from './write-check.ts';

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
