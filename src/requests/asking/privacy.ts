import type { Phrasings } from '../../serving/phrasings.ts';
import type { Store } from '../../store/open-store.ts';
import type { MemberDataCounts } from '../../store/records/forgetting.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import type { Conversations } from './conversations.ts';

interface PrivacyDeps {
  readonly store: Pick<Store, 'forgetting'>;
  readonly phrasings: Pick<Phrasings, 'forgetAll'>;
  readonly conversations: Pick<Conversations, 'forgetMember'>;
}

/**
 * Counts the records of a member, for that member alone.
 *
 * @throws {UserFacingError} `not-kept`
 */
export function countMemberRecords({ store }: PrivacyDeps, memberId: string): Promise<MemberDataCounts> {
  return refuseOnStoreError(() => store.forgetting.countMemberData(memberId));
}

/**
 * Forgets all records of a member, also those in memory, for that member alone. Returns how many there were.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function forgetMember(
  { store, phrasings, conversations }: PrivacyDeps,
  memberId: string,
): Promise<MemberDataCounts> {
  const records = await refuseOnStoreError(() => store.forgetting.forgetMember(memberId));
  phrasings.forgetAll();
  // A member's words also stand under messages and threads, and in follow-ups of others.
  conversations.forgetMember(memberId);
  return records;
}
