import type { Kysely, Transaction } from 'kysely';
import { DAY_MS } from '../../kit/time.ts';
import { runTransaction } from '../kit/database.ts';
import type { Tables } from '../kit/tables.ts';

/** Identifies a process that uses this store. */
export interface ProcessIdentity {
  /** Unique also among processes with the same number on other hosts. */
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

export interface RunningProcess extends ProcessIdentity {
  /** When it last reported that it runs, by its own clock. */
  readonly beatAt: number;
}

/** The processes that use this store. */
export interface ProcessRecords {
  /** Saves that a process runs. Returns the last reports of the others, which may have ended since. */
  beat(self: ProcessIdentity): Promise<readonly RunningProcess[]>;
  /** Saves that a process ends. */
  leave(id: string): Promise<void>;
}

/** How often a process reports that it is at work. */
export const BEAT_MS = 30_000;
/** A process that missed this many beats has ended. */
export const MAX_MISSED_BEATS = 3;

/** How long the row of a killed process stays. */
const STALE_AFTER_MS = DAY_MS;

/** @throws {StoreError} `cannot-write`, `unusable-file`, `file-lost`, from each of its operations */
export function createProcessRecords(db: Kysely<Tables>, now: () => Date): ProcessRecords {
  return {
    beat: (self) => runTransaction(db, (transaction) => beat(transaction, self, now().getTime())),
    async leave(id) {
      await db.deleteFrom('processes').where('id', '=', id).execute();
    },
  };
}

async function beat(
  db: Transaction<Tables>,
  { id, host, pid, startedAt }: ProcessIdentity,
  beatAt: number,
): Promise<readonly RunningProcess[]> {
  await db
    .insertInto('processes')
    .values({ id, host, pid, started_at: startedAt, beat_at: beatAt })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ beat_at: beatAt }))
    .execute();
  await db
    .deleteFrom('processes')
    .where('beat_at', '<', beatAt - STALE_AFTER_MS)
    .execute();
  const rows = await db.selectFrom('processes').selectAll().where('id', '!=', id).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    host: row.host,
    pid: Number(row.pid),
    startedAt: Number(row.started_at),
    beatAt: Number(row.beat_at),
  }));
}

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
