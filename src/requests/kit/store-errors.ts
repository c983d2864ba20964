import { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { createRefusal } from './user-facing-error.ts';

/** An answer by its id, as somebody in a server, or in a channel outside servers, may refer to it. */
export interface AnswerRef {
  readonly askedId: string;
  readonly guildId: string | null;
  readonly channelId: string;
}

/**
 * What was asked, for whoever is in the place where it was asked: elsewhere the id, guessed or carried off, is worth nothing.
 *
 * @throws {UserFacingError} `answer-forgotten`; `not-kept` where the store is out of order
 */
export async function findAsked(store: Store, ref: AnswerRef): Promise<QuestionRecord> {
  const asked = await refuseOnStoreError(() => store.asked.find(ref.askedId));
  if (asked === null || !isHere(asked, ref)) throw createRefusal({ kind: 'answer-forgotten' });
  return asked;
}

/** What is asked in a server may be seen all over it, a direct message nowhere else. */
function isHere(asked: QuestionRecord, { guildId, channelId }: AnswerRef): boolean {
  return asked.guildId === guildId && (guildId !== null || asked.channelId === channelId);
}

/**
 * What the store gives, with its failure as something a member is told.
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

/** What the store gives; null, once it is told, where it is out of order. */
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
