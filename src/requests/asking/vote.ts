import type { Store } from '../../store/open-store.ts';
import type { VoteCounts } from '../../store/records/votes.ts';
import { type AnswerRef, findAsked } from '../kit/find-asked.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

export interface VoteRequest extends AnswerRef {
  readonly voterId: string;
  readonly isHelpful: boolean;
}

/**
 * Records whether an answer, or an “I don't know”, helped. Anyone who sees it may vote once, and change the
 * vote. Returns the counts with this vote.
 *
 * @throws {UserFacingError} `answer-forgotten`, `not-kept`
 */
export async function vote(store: Store, request: VoteRequest): Promise<VoteCounts> {
  const { voterId, isHelpful } = request;
  const { id } = await findAsked(store, request);
  const counts = await refuseOnStoreError(() => store.votes.cast({ askedId: id, voterId, isHelpful }));
  if (counts === null) throw createRefusal({ kind: 'answer-forgotten' });
  return counts;
}
