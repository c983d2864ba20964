import type { Kysely } from 'kysely';
import type { Tables } from './kit/tables.ts';

/** A row that nobody reads. All processes share it, so it never becomes more than one, and no copy of the store takes it along. */
const NAME = 'written';

/**
 * Creates a look at whether the store can be written: it writes a time into a row of its own, and commits. Reading proves nothing, as a file
 * that was deleted, replaced or lies on a full disk can still be read.
 *
 * @throws {StoreError} from each look: `cannot-write`, `unusable-file`, `file-lost`
 */
export function createWriteCheck(db: Kysely<Tables>, now: () => Date): () => Promise<void> {
  return async () => {
    // SQLite writes nothing where a row stays as it was.
    const value = now().toISOString();
    await db
      .insertInto('agreements')
      .values({ name: NAME, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  };
}
