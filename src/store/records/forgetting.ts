import { type Kysely, sql, type Transaction } from 'kysely';
import type { Cleaner } from '../kit/cleaner.ts';
import type { Tables } from '../kit/tables.ts';

/** How much is kept of one member. */
export interface MemberDataCounts {
  /** Questions that they asked. */
  readonly questions: number;
  /** Votes on answers, to whomever these were given. */
  readonly votes: number;
}

/** What is no longer to be known. Deleted words are soon in no file of the store either: see `Cleaning`. */
export interface ForgettingRecords {
  countMemberData(memberId: string): Promise<MemberDataCounts>;
  /**
   * Forgets all that is kept of a member, everywhere, or nothing, with their words in what others asked after them; gives how much that was. What they decided as a moderator stays, and so
   * does an answer that a moderator taught for a question of theirs; one that was taught and taken back goes from the trail.
   */
  forgetMember(memberId: string): Promise<MemberDataCounts>;
  /**
   * Takes the words out of all questions that were asked before, a portion at a time; that something was asked, and how it was answered, stays.
   * Gives how many.
   */
  forgetTexts(beforeMs: number): Promise<number>;
  /** Keeps since when the bot has not been in a server; the first time counts until it is there again. */
  markLeft(guildId: string): Promise<void>;
  markPresent(guildId: string): Promise<void>;
  /** The servers of which anything is kept, if only that they were left. */
  listKnownGuilds(): Promise<readonly string[]>;
  /** The servers that were left before. */
  listLeftBefore(beforeMs: number): Promise<readonly string[]>;
  /**
   * Forgets all that is kept of a server, its questions a portion at a time, and what its moderators decided and that it was left at last:
   * stopped in between, it is still a server that was left, and the next time carries on.
   */
  forgetGuild(guildId: string): Promise<void>;
  /**
   * Makes sure that the open file is still the one at its path, and cleans it of words that were deleted.
   *
   * @throws {StoreError} `file-lost`
   */
  sweep(): Promise<void>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createForgettingRecords(
  db: Kysely<Tables>,
  now: () => Date,
  cleaner: Cleaner,
): ForgettingRecords {
  return {
    countMemberData: (memberId) => countMemberData(db, memberId),
    forgetMember: (memberId) => forgetMember(db, cleaner, memberId),
    forgetTexts: (beforeMs) => forgetTexts(db, cleaner, beforeMs),
    async sweep() {
      // Nothing is changed, but each change makes sure of the file first.
      await db.transaction().execute(async () => {});
      await cleaner.clean();
    },
    ...createGuildForgetting(db, now, cleaner),
  };
}

/** Deleting this many takes some 20 ms; then others have their turn. */
const BATCH_ROWS = 500;

async function forgetMember(
  db: Kysely<Tables>,
  cleaner: Cleaner,
  memberId: string,
): Promise<MemberDataCounts> {
  const forgotten = await db.transaction().execute(async (transaction) => {
    const records = await countMemberData(transaction, memberId);
    await forgetRevokedTaught(transaction, memberId);
    const theirs = transaction.selectFrom('asked').select('id').where('asker_id', '=', memberId);
    await transaction.deleteFrom('votes').where('asked_id', 'in', theirs).execute();
    await transaction.deleteFrom('asked').where('asker_id', '=', memberId).execute();
    await transaction.deleteFrom('votes').where('voter_id', '=', memberId).execute();
    const leant = await forgetBorrowedWords(transaction, memberId);
    const hasWords = records.questions + leant > 0;
    if (hasWords) await cleaner.noteDeletion(transaction);
    return { records, hasWords };
  });
  if (forgotten.hasWords) await cleaner.cleanSoon();
  return forgotten.records;
}

/** Takes the words of a member out of what others asked in short and was understood in full. Gives how many these were. */
async function forgetBorrowedWords(db: Transaction<Tables>, memberId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('asked')
    .set({ understood_as: null, leans_on: null })
    .where('leans_on', 'is not', null)
    .where(sql<boolean>`instr(' ' || leans_on || ' ', ${` ${memberId} `}) > 0`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * Takes the words of a member out of the trail where they were taught and taken back. The lines stay, without a name, so that no number is given
 * twice.
 */
async function forgetRevokedTaught(db: Transaction<Tables>, memberId: string): Promise<void> {
  const questions = db.selectFrom('asked').where('asker_id', '=', memberId).where('guild_id', 'is not', null);
  await db
    .updateTable('guild_changes')
    .set({ name: '', before: null })
    .where('kind', '=', 'taught')
    .where('guild_id', 'in', questions.select(sql<string>`guild_id`.as('guild_id')))
    .where('name', 'in', questions.select('question_key'))
    .where((change) =>
      change.not(
        change.exists(
          change
            .selectFrom('guild_values')
            .select('guild_values.name')
            .where('guild_values.kind', '=', 'taught')
            .whereRef('guild_values.guild_id', '=', 'guild_changes.guild_id')
            .whereRef('guild_values.name', '=', 'guild_changes.name'),
        ),
      ),
    )
    .execute();
}

async function forgetTexts(db: Kysely<Tables>, cleaner: Cleaner, beforeMs: number): Promise<number> {
  let count = 0;
  for (;;) {
    const some = await db.transaction().execute(async (transaction) => {
      const worded = transaction
        .selectFrom('asked')
        .select('id')
        .where('asked_at', '<', beforeMs)
        .where('question', '!=', '')
        .limit(BATCH_ROWS);
      const { numUpdatedRows } = await transaction
        .updateTable('asked')
        .set({ question: '', question_key: '', understood_as: null, leans_on: null })
        .where('id', 'in', worded)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows > 0n) await cleaner.noteDeletion(transaction);
      return Number(numUpdatedRows);
    });
    count += some;
    if (some < BATCH_ROWS) return count;
  }
}

type GuildForgetting = Omit<ForgettingRecords, 'countMemberData' | 'forgetMember' | 'forgetTexts' | 'sweep'>;

function createGuildForgetting(db: Kysely<Tables>, now: () => Date, cleaner: Cleaner): GuildForgetting {
  return {
    async markLeft(guildId) {
      await db
        .insertInto('left_guilds')
        .values({ guild_id: guildId, left_at: now().getTime() })
        .onConflict((conflict) => conflict.column('guild_id').doNothing())
        .execute();
    },
    async markPresent(guildId) {
      await db.deleteFrom('left_guilds').where('guild_id', '=', guildId).execute();
    },
    async listKnownGuilds() {
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
    async listLeftBefore(beforeMs) {
      const rows = await db
        .selectFrom('left_guilds')
        .select('guild_id')
        .where('left_at', '<', beforeMs)
        .execute();
      return rows.map(({ guild_id }) => guild_id);
    },
    async forgetGuild(guildId) {
      while (await forgetSomeAsked(db, guildId));
      await db.transaction().execute(async (transaction) => {
        await cleaner.noteDeletion(transaction);
        for (const table of ['guild_values', 'guild_changes', 'left_guilds'] as const)
          await transaction.deleteFrom(table).where('guild_id', '=', guildId).execute();
        // The articles of a snapshot are everybody's, but not who had them read.
        const nobody = { by_id: null, guild_id: null };
        await transaction.updateTable('snapshots').set(nobody).where('guild_id', '=', guildId).execute();
      });
    },
  };
}

async function countMemberData(db: Kysely<Tables>, memberId: string): Promise<MemberDataCounts> {
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

/** Forgets a portion of a server's questions with the votes on them; false once there are none. */
function forgetSomeAsked(db: Kysely<Tables>, guildId: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('asked')
      .select('id')
      .where('guild_id', '=', guildId)
      .limit(BATCH_ROWS)
      .execute();
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return false;
    await transaction.deleteFrom('votes').where('asked_id', 'in', ids).execute();
    await transaction.deleteFrom('asked').where('id', 'in', ids).execute();
    return true;
  });
}
