import type { Store } from '../../store/open-store.ts';
import type { VoteCounts } from '../../store/records/votes.ts';
import { shorten } from '../../text/layout/printable.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
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

/** More would crowd the entry of the queue. */
export const MAX_MISSING_CHARS = 300;

/**
 * Records what a member says that an answer lacked, for the moderators of the server to read without a name. Only a member who has found
 * the answer unhelpful may, and what they say last counts; nothing removes it.
 *
 * @throws {UserFacingError} `answer-forgotten`, `not-kept`; `vote-changed` where the member's last vote is not that it is unhelpful
 */
export async function explainVote(
  store: Store,
  { voterId, missing, ...ref }: Omit<VoteRequest, 'isHelpful'> & { readonly missing: string },
): Promise<void> {
  const { id: askedId } = await findAsked(store, ref);
  const remark = { askedId, voterId, missing: shorten(missing, MAX_MISSING_CHARS) };
  const isKept = await refuseOnStoreError(() => store.votes.explain(remark));
  if (!isKept) throw createRefusal({ kind: 'vote-changed' });
}
