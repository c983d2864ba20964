import type { Kysely } from 'kysely';
import type { Tables } from '../kit/tables.ts';

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
      return db.transaction().execute(async (transaction) => {
        const added: string[] = [];
        for (let from = 0; from < guildIds.length; from += BATCH) {
          const rows = await transaction
            .insertInto('greeted_guilds')
            .values(guildIds.slice(from, from + BATCH).map((guild_id) => ({ guild_id, greeted_at })))
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
