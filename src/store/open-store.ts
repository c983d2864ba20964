import { type Cleaning, cleaningOf } from './kit/cleaning.ts';
import { Troubles } from './kit/troubles.ts';
import { type AskedOptions, type AskedRecords, askedRecords } from './records/asked.ts';
import { type ForgettingRecords, forgettingRecords } from './records/forgetting.ts';
import { type GuildSettingsRecords, guildSettingsRecords } from './records/guild-settings.ts';
import { type GuildValueRecords, guildValueRecords } from './records/guild-values.ts';
import { type ProcessRecords, processRecords } from './records/processes.ts';
import { type SnapshotRecords, snapshotRecords } from './records/snapshots.ts';
import { type UsageRecords, usageRecords } from './records/usage.ts';
import { type VoteRecords, voteRecords } from './records/votes.ts';
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
  readonly troubles: Pick<Troubles, 'follow'>;
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
  const troubles = new Troubles();
  const place = parseStoreUrl(url);
  const { db, close } = await openSqlite(place, { ...options, troubles });
  const path = place.kind === 'file' ? place.path : null;
  const cleaning = cleaningOf({ db, troubles, now: options.now, path });
  try {
    await cleaning.clean();
  } catch (error) {
    await close();
    throw error;
  }
  const guildValues = guildValueRecords({ db, troubles, cleaning, now: options.now });
  let closing: Promise<void> | null = null;
  return {
    asked: askedRecords(db, options, troubles),
    votes: voteRecords(db, options.now),
    guildValues,
    guildSettings: guildSettingsRecords(guildValues),
    forgetting: forgettingRecords(db, options.now, cleaning),
    usage: usageRecords(db),
    snapshots: snapshotRecords(db, options.now, troubles),
    processes: processRecords(db, options.now),
    troubles,
    close: () => (closing ??= closeClean(cleaning, close)),
  };
}

async function closeClean(cleaning: Cleaning, close: () => Promise<void>): Promise<void> {
  try {
    await cleaning.finish();
  } finally {
    await close();
  }
}
