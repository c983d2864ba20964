import { StoreError } from '../../store/kit/store-error.ts';
import { openStore as open, type Store, type StoreOptions } from '../../store/open-store.ts';
import { createUnavailableStore } from '../../store/unavailable-store.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Why nothing can be stored, or null if all is well. The bot answers all the same. */
  readonly problem: StoreError | null;
}

/**
 * Opens the store. A full or read-only disk is no reason not to answer: the store then keeps nothing. Neither is a PostgreSQL database that
 * is away: the store keeps everything as soon as it is there, and tells both in its reports.
 *
 * @throws {UserFacingError} `unusable-store`, with the place and what to do; its cause is the `StoreError`
 */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  try {
    return { store: await open({ ...options, mayBeAway: true }), problem: null };
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    if (cause.code === 'cannot-write') return { store: createUnavailableStore(cause), problem: cause };
    throw new UserFacingError('unusable-store', cause.message, { cause });
  }
}
