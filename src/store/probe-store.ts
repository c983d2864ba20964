import { sql } from 'kysely';
import { readSnapshot } from './copy/read-snapshot.ts';
import { StoreError } from './kit/store-error.ts';
import { parseStoreUrl } from './kit/store-url.ts';

/** What a store is to this version: not made yet, one that it would update at the start, or one of its own. */
export type StoreState = 'new' | 'older' | 'current';

/**
 * Opens a store to read it, and returns what it is. Changes nothing.
 *
 * @throws {StoreError} `unsupported-url`, `newer-version`, `unusable-file`, `cannot-read` where it is out of reach
 */
export async function probeStore(url: string, now: () => Date): Promise<StoreState> {
  try {
    await readSnapshot(parseStoreUrl(url), { now }, ({ db }) =>
      sql`select id from asked limit 1`.execute(db),
    );
    return 'current';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'no-store') return 'new';
    if (error instanceof StoreError && error.code === 'older-version') return 'older';
    throw error;
  }
}
