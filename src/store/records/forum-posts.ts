import type { Kysely } from 'kysely';
import type { Tables } from '../kit/tables.ts';

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
