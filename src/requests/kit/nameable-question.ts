import type { Store } from '../../store/open-store.ts';
import { isAskedOpenly, isPublic } from '../../store/records/asked-row.ts';
import type { SettingsDeps } from './read-server-settings.ts';
import { nullOnStoreError } from './store-errors.ts';

interface NamingDeps {
  readonly store: Pick<Store, 'asked'>;
  readonly onStoreError: SettingsDeps['onStoreError'];
}

/** A question of a server that the bot would name where others read it. */
interface NamedQuestion {
  readonly guildId: string;
  readonly phrasing: string;
  /** Whether all ordinary members see the place where the bot would name it. */
  readonly isSeenByMembers: boolean;
  /** Whether a moderator has typed it, so that nobody else needs to have asked it. */
  readonly isTyped: boolean;
}

/** How often a question was asked lately, at most, to be looked at. */
const MAX_LOOKED_AT = 100;

/**
 * Returns whether a question may be named in words. Somebody must have asked it in these words, neither in private nor in a hidden channel.
 * Where all members read it, an answer that only its asker saw hides it too. Returns false while the store is out of order.
 */
export async function mayNameQuestion(
  { store, onStoreError }: NamingDeps,
  { guildId, phrasing, isSeenByMembers, isTyped }: NamedQuestion,
): Promise<boolean> {
  const where = { guildId, limit: MAX_LOOKED_AT };
  const asked = await nullOnStoreError(onStoreError, () => store.asked.listAskedAs(phrasing, where));
  if (asked === null) return false;
  if (asked.length === 0) return isTyped;
  return asked.some(isSeenByMembers ? isPublic : isAskedOpenly);
}
