import type { StoreError } from '../../store/kit/store-error.ts';
import { nullOnStoreError, refuseOnStoreError } from './store-errors.ts';

/** How the store sees to it that something is posted once, in whatever process. */
interface Claim {
  /** Returns false where somebody has claimed it before. */
  readonly claim: () => Promise<boolean>;
  readonly release: () => Promise<void>;
  readonly onStoreError: (error: StoreError) => void;
}

/**
 * Posts what only one caller may post. Returns what `post` returned, or null where somebody has claimed it before. Where posting fails, the
 * claim is released, so that it can be tried again.
 *
 * @throws {UserFacingError} `not-kept` where the store cannot claim it
 * @throws {Error} what `post` throws
 */
export async function postOnce<Posted extends object>(
  { claim, release, onStoreError }: Claim,
  post: () => Promise<Posted>,
): Promise<Posted | null> {
  if (!(await refuseOnStoreError(claim))) return null;
  try {
    return await post();
  } catch (error) {
    await nullOnStoreError(onStoreError, release);
    throw error;
  }
}
