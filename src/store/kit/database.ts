import type { Kysely } from 'kysely';
import type { Cleaner } from './cleaner.ts';
import type { Coordination } from './coordination.ts';
import type { Tables } from './tables.ts';
import type { TransactionLocks } from './transactions.ts';

/** An open database of any kind. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly locks: TransactionLocks;
  readonly cleaner: Cleaner;
  readonly coordination: Coordination;
  /** Closes the database. No operation may be running. */
  close(): Promise<void>;
}
