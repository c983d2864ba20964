import type { Store } from '../../store/open-store.ts';
import { isAskedOpenly, isPublic, type QuestionRecord } from '../../store/records/asked-row.ts';
import type { SettingsDeps } from './read-server-settings.ts';
import { nullOnStoreError, refuseOnStoreError } from './store-errors.ts';
import { createRefusal, UserFacingError } from './user-facing-error.ts';

/** Refers to an answer by its id, from a server, or from a channel outside servers. */
export interface AnswerRef {
  readonly askedId: string;
  readonly guildId: string | null;
  readonly channelId: string;
}

/**
 * Finds a recorded question for a member of the server or channel that it was asked in. Elsewhere the id,
 * guessed or copied, finds nothing.
 *
 * @throws {UserFacingError} `answer-forgotten`; `not-kept` where the store is out of order
 */
export async function findAsked(store: Store, ref: AnswerRef): Promise<QuestionRecord> {
  const asked = await refuseOnStoreError(() => store.asked.find(ref.askedId));
  if (asked === null || !isHere(asked, ref)) throw createRefusal({ kind: 'answer-forgotten' });
  return asked;
}

/** Finds a recorded question as `findAsked` does; null where it finds none, or the store is out of order. */
export async function findAskedOrNull(store: Store, ref: AnswerRef): Promise<QuestionRecord | null> {
  try {
    return await findAsked(store, ref);
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return null;
  }
}

/** A question of a server may be seen all over the server, one of a direct message nowhere else. */
function isHere(asked: QuestionRecord, { guildId, channelId }: AnswerRef): boolean {
  return asked.guildId === guildId && (guildId !== null || asked.channelId === channelId);
}

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

/** As many example questions as fit under a short text; longer ones do not fit a button. */
export const EXAMPLES = { limit: 3, maxChars: 80 };
