import type { Phrasings } from '../../serving/phrasings.ts';
import type { Store } from '../../store/open-store.ts';
import type { MemberDataCounts } from '../../store/records/forgetting.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import type { Conversations } from './conversations.ts';

interface PrivacyDeps {
  readonly store: Pick<Store, 'forgetting'>;
  readonly phrasings: Pick<Phrasings, 'forgetAll'>;
  readonly conversations: Pick<Conversations, 'forget'>;
}

/**
 * How much is kept of a member, for that member alone.
 *
 * @throws {UserFacingError} `not-kept`
 */
export function countMemberRecords({ store }: PrivacyDeps, memberId: string): Promise<MemberDataCounts> {
  return refuseOnStoreError(() => store.forgetting.countMemberData(memberId));
}

/**
 * Forgets all that is kept of a member, in memory too; for that member alone. Gives how much that was.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function forgetMember(
  { store, phrasings, conversations }: PrivacyDeps,
  memberId: string,
): Promise<MemberDataCounts> {
  const records = await refuseOnStoreError(() => store.forgetting.forgetMember(memberId));
  phrasings.forgetAll();
  // What they asked is remembered under messages and threads too, and for others who leant on it.
  conversations.forget((key, { askerIds }) => askerIds?.includes(memberId) || key.startsWith(`${memberId} `));
  return records;
}
