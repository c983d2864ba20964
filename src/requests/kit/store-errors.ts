import { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { createRefusal } from './user-facing-error.ts';

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

/** A question of a server may be seen all over the server, one of a direct message nowhere else. */
function isHere(asked: QuestionRecord, { guildId, channelId }: AnswerRef): boolean {
  return asked.guildId === guildId && (guildId !== null || asked.channelId === channelId);
}

/**
 * Returns what the store gives, and turns a failure of the store into a refusal that a member is shown.
 *
 * @throws {UserFacingError} `not-kept`, or `snapshot-damaged`, with the store's error as its cause
 */
export async function refuseOnStoreError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    throw createRefusal(
      { kind: cause.code === 'damaged-snapshot' ? 'snapshot-damaged' : 'not-kept' },
      { cause },
    );
  }
}

/** Returns what the store gives; null, after a report, where the store is out of order. */
export async function nullOnStoreError<Result>(
  onStoreError: (error: StoreError) => void,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    onStoreError(error);
    return null;
  }
}
