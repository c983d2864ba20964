import type { Kysely, Transaction } from 'kysely';
import type { Cleaner } from '../kit/cleaner.ts';
import { runTransaction, type TransactionLocks } from '../kit/database.ts';
import { replaceUnstorable } from '../kit/stored-values.ts';
import type { Tables } from '../kit/tables.ts';

interface Vote {
  readonly askedId: string;
  readonly voterId: string;
  readonly isHelpful: boolean;
}

interface Remark {
  readonly askedId: string;
  readonly voterId: string;
  readonly missing: string;
}

export interface VoteCounts {
  readonly helpful: number;
  readonly notHelpful: number;
}

/** Votes on whether an answer helped. Each voter has one vote an answer; the last one counts. */
export interface VoteRecords {
  /** Saves a vote and returns the counts with it. Returns null and saves nothing where there is no such answer. */
  cast(vote: Vote): Promise<VoteCounts | null>;
  /** Returns zeros where there is no such answer. */
  count(askedId: string): Promise<VoteCounts>;
  /**
   * Saves what a voter said that an answer lacked; an empty text removes it. Returns false and saves nothing where that voter has not found
   * that answer unhelpful. A later vote for the answer removes it.
   */
  explain(remark: Remark): Promise<boolean>;
  /** Returns what voters said that these answers lacked, latest first. */
  listMissing(askedIds: readonly string[], limit: number): Promise<readonly string[]>;
}

interface VoteDeps {
  readonly db: Kysely<Tables>;
  readonly locks: TransactionLocks;
  readonly now: () => Date;
  readonly cleaner: Pick<Cleaner, 'noteDeletion'>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createVoteRecords(deps: VoteDeps): VoteRecords {
  const { db } = deps;
  return {
    cast: (vote) => castVote(deps, vote),
    count: (askedId) => countVotes(db, askedId),
    explain: (remark) => explainVote(deps, remark),
    listMissing: (askedIds, limit) => listMissing(db, askedIds, limit),
  };
}

function castVote(deps: VoteDeps, vote: Vote): Promise<VoteCounts | null> {
  const { db, locks, now } = deps;
  const { askedId, voterId } = vote;
  const changing = { is_helpful: vote.isHelpful ? 1 : 0, voted_at: now().getTime() };
  return runTransaction(db, async (transaction) => {
    // Whoever forgets the question at the same time comes before this vote, or after it.
    const asked = locks.preventDeletion(
      transaction.selectFrom('asked').select('id').where('id', '=', askedId),
    );
    if ((await asked.executeTakeFirst()) === undefined) return null;
    if (vote.isHelpful) await writeMissing(deps, transaction, { askedId, voterId, missing: null });
    await transaction
      .insertInto('votes')
      .values({ asked_id: askedId, voter_id: voterId, ...changing })
      .onConflict((conflict) => conflict.columns(['asked_id', 'voter_id']).doUpdateSet(changing))
      .execute();
    return countVotes(transaction, askedId);
  });
}

function explainVote(deps: VoteDeps, { missing, ...vote }: Remark): Promise<boolean> {
  const words = replaceUnstorable(missing).trim();
  const remark = { ...vote, missing: words === '' ? null : words };
  return runTransaction(deps.db, (transaction) => writeMissing(deps, transaction, remark));
}

/** Replaces the words of a vote against an answer. Returns false where there is no such vote. */
async function writeMissing(
  { locks, cleaner }: VoteDeps,
  db: Transaction<Tables>,
  { askedId, voterId, missing }: Omit<Remark, 'missing'> & { readonly missing: string | null },
): Promise<boolean> {
  const against = db
    .selectFrom('votes')
    .select('missing')
    .where('asked_id', '=', askedId)
    .where('voter_id', '=', voterId)
    .where('is_helpful', '=', 0);
  const voted = await locks.lockRows(against).executeTakeFirst();
  if (voted === undefined) return false;
  if (voted.missing === missing) return true;
  if (voted.missing !== null) await cleaner.noteDeletion(db);
  await db
    .updateTable('votes')
    .set({ missing })
    .where('asked_id', '=', askedId)
    .where('voter_id', '=', voterId)
    .execute();
  return true;
}

async function listMissing(
  db: Kysely<Tables>,
  askedIds: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  if (askedIds.length === 0) return [];
  const rows = await db
    .selectFrom('votes')
    .select('missing')
    .where('asked_id', 'in', askedIds)
    .where('missing', 'is not', null)
    .where('is_helpful', '=', 0)
    .orderBy('voted_at', 'desc')
    .orderBy('voter_id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ missing }) => missing ?? []);
}

async function countVotes(db: Kysely<Tables>, askedId: string): Promise<VoteCounts> {
  const { all, helpful } = await db
    .selectFrom('votes')
    .select((votes) => [
      votes.fn.countAll().as('all'),
      votes.fn.countAll().filterWhere('is_helpful', '=', 1).as('helpful'),
    ])
    .where('asked_id', '=', askedId)
    .executeTakeFirstOrThrow();
  return { helpful: Number(helpful), notHelpful: Number(all) - Number(helpful) };
}
