import { StoreError } from '../../store/kit/store-error.ts';
import { createRefusal } from './user-facing-error.ts';

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
