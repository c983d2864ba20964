import type { Kysely } from 'kysely';
import type { Tables } from '../kit/tables.ts';

interface Vote {
  readonly askedId: string;
  readonly voterId: string;
  readonly isHelpful: boolean;
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
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createVoteRecords(db: Kysely<Tables>, now: () => Date): VoteRecords {
  return {
    cast: (vote) => castVote(db, vote, now().getTime()),
    count: (askedId) => countVotes(db, askedId),
  };
}

async function castVote(db: Kysely<Tables>, vote: Vote, votedAt: number): Promise<VoteCounts | null> {
  const { askedId, voterId } = vote;
  const asked = await db.selectFrom('asked').select('id').where('id', '=', askedId).executeTakeFirst();
  if (asked === undefined) return null;
  const changing = { is_helpful: vote.isHelpful ? 1 : 0, voted_at: votedAt };
  await db
    .insertInto('votes')
    .values({ asked_id: askedId, voter_id: voterId, ...changing })
    .onConflict((conflict) => conflict.columns(['asked_id', 'voter_id']).doUpdateSet(changing))
    .execute();
  return countVotes(db, askedId);
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
