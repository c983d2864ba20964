import { openStore as open, type Store, type StoreOptions } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { UserFacingError } from './user-facing-error.ts';

/**
 * Opens what survives a restart.
 *
 * @throws {UserFacingError} `unusable-store`, with the place and what to do; its cause is the `StoreError`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  try {
    return await open(options);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    throw new UserFacingError('unusable-store', cause.message, { cause });
  }
}
