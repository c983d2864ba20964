import type { Kysely } from 'kysely';
import { splitIntoBatches } from '../kit/batches.ts';
import { runTransaction } from '../kit/database.ts';
import type { Tables } from '../kit/tables.ts';

/*
 * What the bot does only once, whatever process does it: greet a server, send a digest, reply to a forum post.
 */

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

/** Remembers which server got the digest of which week. A week is an ISO week, such as `2026-W48`. */
export interface DigestRecords {
  /**
   * Claims the digest of a week for a server, so that one caller alone sends it. Returns false where somebody has claimed it before, in
   * this process or another, also before a restart.
   */
  claim(guildId: string, week: string): Promise<boolean>;
  /** Returns the ids of the servers whose digest of a week was claimed. */
  listClaimed(week: string): Promise<readonly string[]>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createDigestRecords(db: Kysely<Tables>, now: () => Date): DigestRecords {
  return {
    async claim(guildId, week) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('digests')
        .values({ guild_id: guildId, week, claimed_at: now().getTime() })
        .onConflict((conflict) => conflict.columns(['week', 'guild_id']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async listClaimed(week) {
      const rows = await db.selectFrom('digests').select('guild_id').where('week', '=', week).execute();
      return rows.map(({ guild_id }) => guild_id);
    },
  };
}

/** How many forum posts of a server got a reply, and how many of these replies solved them. */
export interface ForumPostCounts {
  readonly answered: number;
  readonly solved: number;
}

/** The forum posts that got a reply, by their ids alone. */
export interface ForumPostRecords {
  /**
   * Claims a post, so that one caller alone replies to it. Returns false where somebody has claimed it before, in this process or another,
   * also before a restart.
   */
  claim(post: { readonly postId: string; readonly guildId: string }): Promise<boolean>;
  /** Saves that the reply solved the post. Later calls change nothing, and neither does one for a post that nobody claimed. */
  markSolved(postId: string): Promise<void>;
  /** Counts the posts of a server that were claimed from `sinceMs` on, in milliseconds since 1970. */
  countSince(guildId: string, sinceMs: number): Promise<ForumPostCounts>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createForumPostRecords(db: Kysely<Tables>, now: () => Date): ForumPostRecords {
  return {
    async claim({ postId, guildId }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('forum_posts')
        .values({ post_id: postId, guild_id: guildId, claimed_at: now().getTime() })
        .onConflict((conflict) => conflict.column('post_id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async markSolved(postId) {
      await db
        .updateTable('forum_posts')
        .set({ solved_at: now().getTime() })
        .where('post_id', '=', postId)
        .where('solved_at', 'is', null)
        .execute();
    },
    async countSince(guildId, sinceMs) {
      const { answered, solved } = await db
        .selectFrom('forum_posts')
        .where('guild_id', '=', guildId)
        .where('claimed_at', '>=', sinceMs)
        .select(({ fn }) => [fn.countAll().as('answered'), fn.count('solved_at').as('solved')])
        .executeTakeFirstOrThrow();
      return { answered: Number(answered), solved: Number(solved) };
    },
  };
}
