import { statSync } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import { isOfSqlite } from './file-errors.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';
import type { Troubles } from './troubles.ts';

/** Rewriting this much takes a second or so, during which other changes wait; larger files wait for the daily sweep. */
const MAX_BYTES_AT_ONCE = 64 * 1024 * 1024;

/** Makes sure that deleted words are in no file any more. */
export interface Cleaning {
  /** Notes within the transaction that deletes that the file is to be cleaned. */
  note(db: Kysely<Tables>): Promise<void>;
  /**
   * Cleans the files where it is due and they are small. The words are deleted in any case: what cannot be cleaned now, while another
   * program reads the file or the disk is full, is cleaned by a later sweep.
   */
  cleanSoon(): Promise<void>;
  /** Empties the “-wal” file, which still holds what was deleted since the last time. */
  emptyWal(): Promise<void>;
  /** Cleans the files where it is due, however large they are. */
  clean(): Promise<void>;
}

interface CleaningParts {
  readonly db: Kysely<Tables>;
  readonly troubles: Pick<Troubles, 'tellOnce' | 'end'>;
  readonly now: () => Date;
  /** Null for a database in memory. */
  readonly path: string | null;
}

export function cleaningOf(parts: CleaningParts): Cleaning {
  const { db, now, path } = parts;
  return {
    async note(transaction) {
      await transaction
        .insertInto('cleaning')
        .values({ due_since: now().getTime() })
        .onConflict((conflict) => conflict.column('due_since').doNothing())
        .execute();
    },
    async cleanSoon() {
      if (bytesOf(path) <= MAX_BYTES_AT_ONCE) await clean(parts);
      else await orLater(parts, () => checkpoint(db));
    },
    async emptyWal() {
      await orLater(parts, () => checkpoint(db));
    },
    clean: () => clean(parts),
  };
}

async function clean(parts: CleaningParts): Promise<void> {
  const { db, troubles } = parts;
  await orLater(parts, async () => {
    const due = await db.selectFrom('cleaning').select('due_since').execute();
    if (due.length === 0) return;
    // SQLite overwrites what is deleted, but not the copies that stay behind where it moves rows from one page to another.
    await sql`vacuum`.execute(db);
    if (!(await checkpoint(db))) return;
    const times = due.map(({ due_since }) => Number(due_since));
    await db.deleteFrom('cleaning').where('due_since', 'in', times).execute();
    troubles.end('cleaning');
  });
}

/** What is deleted is deleted: that the files could not be cleaned must not fail what the member or moderator asked for. */
async function orLater({ troubles }: CleaningParts, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreError || isOfSqlite(error))) throw error;
    troubles.tellOnce(
      'cleaning',
      'Deleted words may still be in the database file: it could not be rewritten. It is tried again each day and at each start.',
      error,
    );
  }
}

/** Moves everything into the file and empties the “-wal” file; false where another program still reads it. */
export async function checkpoint(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

function bytesOf(path: string | null): number {
  return path === null ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
}
