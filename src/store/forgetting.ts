import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** How much is kept of one member. */
export interface MemberRecords {
  /** Questions that they asked. */
  readonly questions: number;
  /** Votes on answers, to whomever these were given. */
  readonly votes: number;
}

/** What is no longer to be known. All of an operation is forgotten, or nothing. */
export interface ForgettingRecords {
  ofMember(memberId: string): Promise<MemberRecords>;
  /** Forgets all that is kept of a member, everywhere; gives how much that was. What they decided as a moderator stays. */
  forgetMember(memberId: string): Promise<MemberRecords>;
  /** Takes the words out of all questions that were asked before; that something was asked, and how it was answered, stays. Gives how many. */
  forgetTexts(beforeMs: number): Promise<number>;
  /** Keeps since when the bot has not been in a server; the first time counts until it is there again. */
  markLeft(guildId: string): Promise<void>;
  markThere(guildId: string): Promise<void>;
  /** The servers of which anything is kept, if only that they were left. */
  knownGuilds(): Promise<readonly string[]>;
  /** The servers that were left before. */
  leftBefore(beforeMs: number): Promise<readonly string[]>;
  /** Forgets all that is kept of a server. */
  forgetGuild(guildId: string): Promise<void>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function forgettingRecords(db: Kysely<Tables>, now: () => Date): ForgettingRecords {
  return {
    ofMember: (memberId) => recordsOf(db, memberId),
    forgetMember: (memberId) =>
      db.transaction().execute(async (transaction) => {
        const records = await recordsOf(transaction, memberId);
        await forgetAsked(transaction, 'asker_id', memberId);
        await transaction.deleteFrom('votes').where('voter_id', '=', memberId).execute();
        return records;
      }),
    async forgetTexts(beforeMs) {
      const { numUpdatedRows } = await db
        .updateTable('asked')
        .set({ question: '', question_key: '', understood_as: null })
        .where('asked_at', '<', beforeMs)
        .where('question', '!=', '')
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },
    ...guildForgetting(db, now),
  };
}

type GuildForgetting = Omit<ForgettingRecords, 'ofMember' | 'forgetMember' | 'forgetTexts'>;

function guildForgetting(db: Kysely<Tables>, now: () => Date): GuildForgetting {
  return {
    async markLeft(guildId) {
      await db
        .insertInto('left_guilds')
        .values({ guild_id: guildId, left_at: now().getTime() })
        .onConflict((conflict) => conflict.column('guild_id').doNothing())
        .execute();
    },
    async markThere(guildId) {
      await db.deleteFrom('left_guilds').where('guild_id', '=', guildId).execute();
    },
    async knownGuilds() {
      const rows = await db
        .selectFrom('asked')
        .select('guild_id')
        .distinct()
        .where('guild_id', 'is not', null)
        .union(db.selectFrom('guild_values').select('guild_id').distinct())
        .union(db.selectFrom('guild_changes').select('guild_id').distinct())
        .union(db.selectFrom('snapshots').select('guild_id').distinct().where('guild_id', 'is not', null))
        .union(db.selectFrom('left_guilds').select('guild_id'))
        .execute();
      return rows.flatMap(({ guild_id }) => guild_id ?? []);
    },
    async leftBefore(beforeMs) {
      const rows = await db
        .selectFrom('left_guilds')
        .select('guild_id')
        .where('left_at', '<', beforeMs)
        .execute();
      return rows.map(({ guild_id }) => guild_id);
    },
    forgetGuild: (guildId) =>
      db.transaction().execute(async (transaction) => {
        await forgetAsked(transaction, 'guild_id', guildId);
        for (const table of ['guild_values', 'guild_changes', 'left_guilds'] as const)
          await transaction.deleteFrom(table).where('guild_id', '=', guildId).execute();
        // The articles of a snapshot are everybody's, but not who had them read.
        const nobody = { by_id: null, guild_id: null };
        await transaction.updateTable('snapshots').set(nobody).where('guild_id', '=', guildId).execute();
      }),
  };
}

async function recordsOf(db: Kysely<Tables>, memberId: string): Promise<MemberRecords> {
  const { questions } = await db
    .selectFrom('asked')
    .select(({ fn }) => fn.countAll().as('questions'))
    .where('asker_id', '=', memberId)
    .executeTakeFirstOrThrow();
  const { votes } = await db
    .selectFrom('votes')
    .select(({ fn }) => fn.countAll().as('votes'))
    .where('voter_id', '=', memberId)
    .executeTakeFirstOrThrow();
  return { questions: Number(questions), votes: Number(votes) };
}

/** With the votes on them. */
async function forgetAsked(
  db: Transaction<Tables>,
  column: 'asker_id' | 'guild_id',
  value: string,
): Promise<void> {
  const theirs = db.selectFrom('asked').select('id').where(column, '=', value);
  await db.deleteFrom('votes').where('asked_id', 'in', theirs).execute();
  await db.deleteFrom('asked').where(column, '=', value).execute();
}
