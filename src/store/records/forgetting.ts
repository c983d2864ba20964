import { type Kysely, sql, type Transaction } from 'kysely';
import { splitIntoBatches } from '../kit/batches.ts';
import type { Cleaner } from '../kit/cleaner.ts';
import { type AnnounceIn, runTransaction, type TransactionLocks } from '../kit/database.ts';
import type { Tables } from '../kit/tables.ts';
import { nameServerLock } from './server-values.ts';

/** How many rows the store has of one member. */
export interface MemberDataCounts {
  /** The questions that they asked. */
  readonly questions: number;
  /** Their votes, on anybody's answers. */
  readonly votes: number;
  /** Those of their votes with words on what an answer lacked. */
  readonly remarks: number;
}

/** Deletes data of members and servers. A `Cleaner` soon removes the deleted words from the files, too. */
export interface ForgettingRecords {
  countMemberData(memberId: string): Promise<MemberDataCounts>;
  /**
   * Deletes the rows of a member in all servers, and their words in the follow-ups of others: all or nothing. Returns how many rows it
   * deleted. Their decisions as a moderator stay, and so do taught answers to their questions. The history loses the questions of theirs
   * that somebody taught and removed again.
   */
  forgetMember(memberId: string): Promise<MemberDataCounts>;
  /**
   * Deletes the words of all questions asked before a time, and of the votes on them, in batches. The rows stay, with their outcomes. Returns how many questions
   * lost their words.
   */
  forgetTexts(beforeMs: number): Promise<number>;
  /** Deletes the forum posts and digests that were claimed before a time. Returns how many there were. */
  forgetClaims(beforeMs: number): Promise<number>;
  /** Saves since when the bot has not been in a server. Later calls change nothing until the bot is there again. */
  markLeft(guildId: string): Promise<void>;
  /** Saves that the bot is in a server. */
  markPresent(guildId: string): Promise<void>;
  /** Returns the servers that the store has any row of, even if only that the bot left. */
  listKnownServers(): Promise<readonly string[]>;
  /** Returns the servers that the bot left before a time. */
  listLeftBefore(beforeMs: number): Promise<readonly string[]>;
  /**
   * Deletes all rows of a server: its questions in batches, and at the end its settings, articles, taught answers and the notes that the bot greeted it and
   * left. A call that stops midway leaves that note, and the next one continues.
   */
  forgetServer(guildId: string): Promise<void>;
  /**
   * Checks that the open file is still the one at its path, and removes deleted words from it.
   *
   * @throws {StoreError} `file-lost`
   */
  sweep(): Promise<void>;
}

interface ForgettingDeps {
  readonly db: Kysely<Tables>;
  readonly locks: TransactionLocks;
  readonly announceIn: AnnounceIn;
  readonly now: () => Date;
  readonly cleaner: Cleaner;
}

/** The lock of whoever forgets: two that delete each other's votes would wait for each other. */
const LOCK = 'forgetting';

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createForgettingRecords(deps: ForgettingDeps): ForgettingRecords {
  const { db, cleaner } = deps;
  return {
    countMemberData: (memberId) => countMemberData(db, memberId),
    forgetMember: (memberId) => forgetMember(deps, memberId),
    forgetTexts: (beforeMs) => forgetTexts(deps, beforeMs),
    async forgetClaims(beforeMs) {
      let count = 0;
      for (const table of ['forum_posts', 'digests'] as const) {
        const old = db.deleteFrom(table).where('claimed_at', '<', beforeMs);
        count += Number((await old.executeTakeFirstOrThrow()).numDeletedRows);
      }
      return count;
    },
    async sweep() {
      // An empty transaction: its start checks the file.
      await runTransaction(db, async () => {});
      await cleaner.clean();
    },
    ...createServerForgetting(deps),
  };
}

/** Deleting this many rows takes some 20 ms; other work runs between two batches. */
const BATCH_ROWS = 500;

async function forgetMember(deps: ForgettingDeps, memberId: string): Promise<MemberDataCounts> {
  const { db, locks, announceIn, cleaner } = deps;
  const forgotten = await runTransaction(db, async (transaction) => {
    await locks.take(transaction, LOCK);
    await forgetRevokedTaught(transaction, locks, memberId);
    const theirs = transaction.selectFrom('asked').select('id').where('asker_id', '=', memberId);
    const ids = (await locks.lockRows(theirs).execute()).map(({ id }) => id);
    const records = { ...(await countMemberData(transaction, memberId)), questions: ids.length };
    for (const some of splitIntoBatches(ids, BATCH_ROWS)) await deleteAsked(transaction, some);
    await transaction.deleteFrom('votes').where('voter_id', '=', memberId).execute();
    const borrowed = await forgetBorrowedWords(transaction, memberId);
    const hasWords = records.questions + records.remarks + borrowed > 0;
    if (hasWords) await cleaner.noteDeletion(transaction);
    await announceIn(transaction, { kind: 'member', memberId });
    return { records, hasWords };
  });
  if (forgotten.hasWords) await cleaner.cleanSoon();
  return forgotten.records;
}

/** Deletes the words of a member from the follow-ups of others. Returns how many follow-ups changed. */
async function forgetBorrowedWords(db: Transaction<Tables>, memberId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('asked')
    .set({ understood_as: null, leans_on: null })
    .where('leans_on', 'is not', null)
    .where(sql<boolean>`replace(' ' || leans_on || ' ', ${` ${memberId} `}, '') != ' ' || leans_on || ' '`)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * Deletes the questions of a member from the history where they were taught and removed again. The rows stay, without a name, so that no
 * number is used twice.
 */
async function forgetRevokedTaught(
  db: Transaction<Tables>,
  locks: TransactionLocks,
  memberId: string,
): Promise<void> {
  const questions = db.selectFrom('asked').where('asker_id', '=', memberId).where('guild_id', 'is not', null);
  const servers = await db
    .selectFrom('guild_changes')
    .select('guild_id')
    .distinct()
    .where('kind', '=', 'taught')
    .where('guild_id', 'in', questions.select(sql<string>`guild_id`.as('guild_id')))
    .where('name', 'in', questions.select('question_key'))
    .orderBy('guild_id')
    .execute();
  // A moderator may be teaching the same question again.
  for (const { guild_id: guildId } of servers) await locks.take(db, nameServerLock(guildId));
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

async function forgetTexts(deps: ForgettingDeps, beforeMs: number): Promise<number> {
  const { db, locks, cleaner } = deps;
  await forgetMissing(deps, beforeMs);
  let count = 0;
  for (;;) {
    const some = await runTransaction(db, async (transaction) => {
      await locks.take(transaction, LOCK);
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

/** Deletes what voters said that the answers to these questions lacked. Few say it, so one statement deletes all. */
async function forgetMissing({ db, locks, cleaner }: ForgettingDeps, beforeMs: number): Promise<void> {
  await runTransaction(db, async (transaction) => {
    await locks.take(transaction, LOCK);
    const old = transaction.selectFrom('asked').select('id').where('asked_at', '<', beforeMs);
    const { numUpdatedRows } = await transaction
      .updateTable('votes')
      .set({ missing: null })
      .where('missing', 'is not', null)
      .where('asked_id', 'in', old)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) await cleaner.noteDeletion(transaction);
  });
}

type ServerForgetting = Omit<
  ForgettingRecords,
  'countMemberData' | 'forgetMember' | 'forgetTexts' | 'forgetClaims' | 'sweep'
>;

/** The tables with few rows of a server, none of which another table refers to. */
const SERVER_TABLES = [
  'guild_values',
  'guild_changes',
  'left_guilds',
  'greeted_guilds',
  'forum_posts',
  'digests',
] as const;

function createServerForgetting(deps: ForgettingDeps): ServerForgetting {
  const { db, now } = deps;
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
    async listKnownServers() {
      const asked = db.selectFrom('asked').select('guild_id').distinct().where('guild_id', 'is not', null);
      const refreshed = db.selectFrom('snapshots').select('guild_id').where('guild_id', 'is not', null);
      const rows = await SERVER_TABLES.reduce(
        (all, table) => all.union(db.selectFrom(table).select('guild_id').distinct()),
        asked.union(refreshed),
      ).execute();
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
    forgetServer: (guildId) => forgetServer(deps, guildId),
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
  const { remarks } = await db
    .selectFrom('votes')
    .select(({ fn }) => fn.countAll().as('remarks'))
    .where('voter_id', '=', memberId)
    .where('missing', 'is not', null)
    .executeTakeFirstOrThrow();
  return { questions: Number(questions), votes: Number(votes), remarks: Number(remarks) };
}

async function forgetServer(deps: ForgettingDeps, guildId: string): Promise<void> {
  const { db, locks, announceIn, cleaner } = deps;
  while (await forgetSomeAsked(deps, guildId));
  await runTransaction(db, async (transaction) => {
    await locks.take(transaction, LOCK);
    await locks.take(transaction, nameServerLock(guildId));
    await cleaner.noteDeletion(transaction);
    for (const table of SERVER_TABLES)
      await transaction.deleteFrom(table).where('guild_id', '=', guildId).execute();
    // The articles of a snapshot belong to all servers, but not the name of who refreshed them.
    const nobody = { by_id: null, guild_id: null };
    await transaction.updateTable('snapshots').set(nobody).where('guild_id', '=', guildId).execute();
    await announceIn(transaction, { kind: 'server', guildId });
  });
}

/** Deletes one batch of a server's questions with the votes on them. Returns false when there are none. */
function forgetSomeAsked({ db, locks }: ForgettingDeps, guildId: string): Promise<boolean> {
  return runTransaction(db, async (transaction) => {
    await locks.take(transaction, LOCK);
    const some = transaction
      .selectFrom('asked')
      .select('id')
      .where('guild_id', '=', guildId)
      .limit(BATCH_ROWS);
    const rows = await locks.lockRows(some).execute();
    await deleteAsked(
      transaction,
      rows.map(({ id }) => id),
    );
    return rows.length > 0;
  });
}

/** Deletes questions with the votes on them. The caller has locked their rows, so that nobody votes on them meanwhile. */
async function deleteAsked(db: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.deleteFrom('votes').where('asked_id', 'in', ids).execute();
  await db.deleteFrom('asked').where('id', 'in', ids).execute();
}
