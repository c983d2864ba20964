import { sql } from 'kysely';
import type { TransactionLocks } from '../kit/transactions.ts';

/** Keeps Footnote's locks apart from those of other programs in the same database (“Fnot”). */
export const LOCK_CLASS = 0x466e6f74;

/**
 * Creates locks that end with the transaction that took them. PostgreSQL knows them by numbers in one database. The name of the schema keeps
 * two Footnotes in one database apart.
 *
 * @see https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
export function createPostgresLocks(): TransactionLocks {
  return {
    async take(transaction, name) {
      const number = sql`hashtextextended(current_schema() || ' transaction ' || ${name}, ${sql.lit(LOCK_CLASS)})`;
      await sql`select pg_advisory_xact_lock(${number})`.execute(transaction);
    },
    lockRows: (query) => query.forUpdate(),
    preventDeletion: (query) => query.forKeyShare(),
  };
}
