import type { Store } from '../../store/open-store.ts';
import type { VoteCounts } from '../../store/records/votes.ts';
import { type AnswerRef, findAsked } from '../kit/questions.ts';
import { type Requester, requireOwn } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { vote } from './vote.ts';

interface SolvedRequest extends AnswerRef {
  readonly requester: Requester;
  /** How to write the name of the author of the post, in a refusal. */
  readonly formatName: (memberId: string) => string;
}

/**
 * Records that a reply solved a forum post, with a vote that it helped. For the author of the post, or a moderator. Returns the counts with
 * this vote, which may have changed an earlier one.
 *
 * @throws {UserFacingError} `not-yours`, `answer-forgotten`, `not-kept`
 */
export async function solvePost(
  store: Store,
  { requester, formatName, ...ref }: SolvedRequest,
): Promise<VoteCounts> {
  const { askerId, channelId } = await findAsked(store, ref);
  requireOwn(requester, { ownerId: askerId, formatName });
  const counts = await vote(store, { ...ref, voterId: requester.memberId, isHelpful: true });
  await refuseOnStoreError(() => store.forumPosts.markSolved(channelId));
  return counts;
}
