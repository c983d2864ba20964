import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { refuseOnStoreError } from './store-errors.ts';
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
