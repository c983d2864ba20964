import { type Cleaner, createCleaner } from './kit/cleaner.ts';
import { StoreReports } from './kit/store-reports.ts';
import { type AskedOptions, type AskedRecords, createAskedRecords } from './records/asked.ts';
import { createForgettingRecords, type ForgettingRecords } from './records/forgetting.ts';
import { createGuildSettingsRecords, type GuildSettingsRecords } from './records/guild-settings.ts';
import { createGuildValueRecords, type GuildValueRecords } from './records/guild-values.ts';
import { createProcessRecords, type ProcessRecords } from './records/processes.ts';
import { createSnapshotRecords, type SnapshotRecords } from './records/snapshots.ts';
import { createUsageRecords, type UsageRecords } from './records/usage.ts';
import { createVoteRecords, type VoteRecords } from './records/votes.ts';
import { openSqlite } from './sqlite/sqlite-file.ts';
import { parseStoreUrl } from './sqlite/store-url.ts';

/** What survives a restart. Every operation may throw a `StoreError` of code `cannot-write` or `unusable-file`. */
export interface Store {
  readonly asked: AskedRecords;
  readonly votes: VoteRecords;
  readonly guildValues: GuildValueRecords;
  readonly guildSettings: GuildSettingsRecords;
  readonly forgetting: ForgettingRecords;
  readonly usage: UsageRecords;
  readonly snapshots: SnapshotRecords;
  readonly processes: ProcessRecords;
  /** What the operator must know, for whoever keeps the log. */
  readonly reports: Pick<StoreReports, 'subscribe'>;
  /** When nothing is under way any more; nothing works afterwards. A second time does no harm. */
  close(): Promise<void>;
}

export interface StoreOptions extends AskedOptions {
  /** A path, absolute or seen from the working directory; a `file:` URL; `:memory:` in tests. */
  readonly url: string;
}

/**
 * Opens the store, makes it with its folder where there is none, and brings an older one up to date.
 *
 * @throws {StoreError} `unsupported-url`; `newer-version` and `unusable-file`, which leave the file as it is; `cannot-write`
 */
export async function openStore({ url, ...options }: StoreOptions): Promise<Store> {
  const reports = new StoreReports();
  const place = parseStoreUrl(url);
  const { db, close } = await openSqlite(place, { ...options, reports });
  const path = place.kind === 'file' ? place.path : null;
  const cleaner = createCleaner({ db, reports, now: options.now, path });
  try {
    await cleaner.clean();
  } catch (error) {
    await close();
    throw error;
  }
  const guildValues = createGuildValueRecords({ db, reports, cleaner, now: options.now });
  let closing: Promise<void> | null = null;
  return {
    asked: createAskedRecords(db, options, reports),
    votes: createVoteRecords(db, options.now),
    guildValues,
    guildSettings: createGuildSettingsRecords({ values: guildValues, reports }),
    forgetting: createForgettingRecords(db, options.now, cleaner),
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
