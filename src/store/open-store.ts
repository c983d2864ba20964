import { type Cleaner, createCleaner } from './kit/cleaner.ts';
import { StoreReports } from './kit/store-reports.ts';
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
import { openSqlite } from './sqlite/sqlite-file.ts';
import { parseStoreUrl } from './sqlite/store-url.ts';

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
  /** Reports for the operator; the log subscribes to them. */
  readonly reports: Pick<StoreReports, 'subscribe'>;
  /** Closes the store. Call it when no operation is running; no operation works afterwards. A second call does no harm. */
  close(): Promise<void>;
}

export interface StoreOptions extends AskedOptions {
  /** A path, absolute or relative to the working directory; a `file:` URL; `:memory:` in tests. */
  readonly url: string;
}

/**
 * Opens the store. Creates it and its folder where they are missing, and migrates an older one.
 *
 * @throws {StoreError} `unsupported-url`; `newer-version` and `unusable-file`, which leave the file unchanged; `cannot-write`
 */
export async function openStore({ url, ...options }: StoreOptions): Promise<Store> {
  const reports = new StoreReports();
  const location = parseStoreUrl(url);
  const { db, close } = await openSqlite(location, { ...options, reports });
  const path = location.kind === 'file' ? location.path : null;
  const cleaner = createCleaner({ db, reports, now: options.now, path });
  try {
    await cleaner.clean();
  } catch (error) {
    await close();
    throw error;
  }
  const serverValues = createServerValueRecords({ db, reports, cleaner, now: options.now });
  let closing: Promise<void> | null = null;
  return {
    asked: createAskedRecords(db, options, reports),
    votes: createVoteRecords({ db, now: options.now, cleaner }),
    serverValues,
    serverSettings: createServerSettingsRecords({ values: serverValues, reports }),
    forgetting: createForgettingRecords(db, options.now, cleaner),
    greetings: createGreetingRecords(db, options.now),
    forumPosts: createForumPostRecords(db, options.now),
    digests: createDigestRecords(db, options.now),
    usage: createUsageRecords(db),
    snapshots: createSnapshotRecords(db, options.now, reports),
    processes: createProcessRecords(db, options.now),
    reports,
    close: () => (closing ??= cleanAndClose(cleaner, close)),
  };
}

async function cleanAndClose(cleaner: Cleaner, close: () => Promise<void>): Promise<void> {
  try {
    await cleaner.finish();
  } finally {
    await close();
  }
}
