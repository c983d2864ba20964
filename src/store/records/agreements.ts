import type { Kysely } from 'kysely';
import type { Tables } from '../kit/tables.ts';

/** Values that all processes on the store have in common, such as the number of shards. */
export interface AgreementRecords {
  /**
   * Returns the common value. The proposal becomes this value where there is none yet, and with `isUnused` where there is
   * one: no process uses it then.
   */
  agree(name: string, proposal: string, options: { readonly isUnused: boolean }): Promise<string>;
}

/** @throws {StoreError} `cannot-write`, `unusable-file`, from each of its operations */
export function createAgreementRecords(db: Kysely<Tables>): AgreementRecords {
  return {
    async agree(name, proposal, { isUnused }) {
      await db
        .insertInto('agreements')
        .values({ name, value: proposal })
        .onConflict((conflict) => {
          const known = conflict.column('name');
          return isUnused ? known.doUpdateSet({ value: proposal }) : known.doNothing();
        })
        .execute();
      const row = await db
        .selectFrom('agreements')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirst();
      return row?.value ?? proposal;
    },
  };
}
