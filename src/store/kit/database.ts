import type { Kysely, Transaction } from 'kysely';
import type { Cleaner } from './cleaner.ts';
import type { Change, Coordination } from './coordination.ts';
import type { Tables } from './tables.ts';
import type { TransactionLocks } from './transactions.ts';

/** An open database of any kind. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly locks: TransactionLocks;
  readonly cleaner: Cleaner;
  readonly coordination: Coordination;
  readonly announceIn: AnnounceIn;
  /** Closes the database. No operation may be running. */
  close(): Promise<void>;
}

/**
 * Makes a transaction tell the other processes of a change. They hear of it exactly if it is committed, so that no announcement is lost with
 * the process that made the change.
 */
export type AnnounceIn = (transaction: Transaction<Tables>, change: Change) => Promise<void>;
