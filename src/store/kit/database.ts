import type { Kysely, Transaction } from 'kysely';
import type { Cleaner } from './cleaner.ts';
import type { Change, Coordination } from './coordination.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

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

/**
 * Keeps simultaneous transactions out of each other's way. PostgreSQL runs them side by side, so whoever reads before they write locks what
 * they read. SQLite runs one writing transaction at a time and needs no further locks.
 */
export interface TransactionLocks {
  /** Waits until no other transaction holds the lock of this name, and holds it until the transaction ends. */
  readonly take: (transaction: Transaction<Tables>, name: string) => Promise<void>;
  /** Makes a query lock its rows until the transaction ends, so that nobody else changes, deletes or refers to them. */
  lockRows<Query extends LockableQuery<Query>>(query: Query): Query;
  /** Makes a query lock its rows until the transaction ends, so that nobody else deletes them. */
  preventDeletion<Query extends LockableQuery<Query>>(query: Query): Query;
}

/** A query of Kysely that may lock the rows that it selects. */
interface LockableQuery<Query> {
  forUpdate(): Query;
  forKeyShare(): Query;
}

/** For a database that runs one writing transaction at a time. */
export const NO_LOCKS: TransactionLocks = {
  take: async () => {},
  lockRows: (query) => query,
  preventDeletion: (query) => query,
};

/** What PostgreSQL calls a deadlock, and a transaction that another one got ahead of. It has undone all of the loser's work. */
const CONFLICTS: readonly unknown[] = ['40P01', '40001'];

/** The most times that work is tried. Each conflict lets at least one of those in it finish. */
export const MAX_TRIES = 5;

/** Returns whether a statement or transaction lost against another one, so that it may be repeated. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof StoreError && error.cause instanceof Error)) return false;
  return 'code' in error.cause && CONFLICTS.includes(error.cause.code);
}

/**
 * Runs work in a transaction, and once more after each conflict with another transaction.
 *
 * @param work changes nothing but the database, because it may run several times
 */
export async function runTransaction<Result>(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (tries === MAX_TRIES || !isConflict(error)) throw error;
    }
  }
}
