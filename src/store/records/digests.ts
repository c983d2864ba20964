import type { Kysely } from 'kysely';
import type { Tables } from '../kit/tables.ts';

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
