import type { Kysely } from 'kysely';
import { splitIntoBatches } from '../kit/batches.ts';
import type { Tables } from '../kit/tables.ts';
import { runTransaction } from '../kit/transactions.ts';

/** Remembers which servers know the bot, so that it greets each of them only once. */
export interface GreetingRecords {
  /** Notes that these servers know the bot. Returns those that did not know it. */
  markGreeted(guildIds: readonly string[]): Promise<readonly string[]>;
}

/** SQLite takes some 32,000 values in one statement, and a process handles 2,500 servers a shard. */
const BATCH = 1000;

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createGreetingRecords(db: Kysely<Tables>, now: () => Date): GreetingRecords {
  return {
    markGreeted(guildIds) {
      const greeted_at = now().getTime();
      return runTransaction(db, async (transaction) => {
        const added: string[] = [];
        // Sorted, so that two callers with the same servers do not wait for each other.
        for (const some of splitIntoBatches(guildIds.toSorted(), BATCH)) {
          const rows = await transaction
            .insertInto('greeted_guilds')
            .values(some.map((guild_id) => ({ guild_id, greeted_at })))
            .onConflict((conflict) => conflict.column('guild_id').doNothing())
            .returning('guild_id')
            .execute();
          added.push(...rows.map(({ guild_id }) => guild_id));
        }
        return added;
      });
    },
  };
}
