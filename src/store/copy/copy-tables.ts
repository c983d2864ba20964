import { type Kysely, sql } from 'kysely';
import { COPY_MARK } from '../kit/copy-mark.ts';
import { StoreError } from '../kit/store-error.ts';
import type { Tables } from '../kit/tables.ts';
import { COPIED_TABLES } from './copied-tables.ts';
import { clearTable, digestTable, readLastRow, readRows, type TableDigest, writeRows } from './table-rows.ts';

export interface TablesToCopy {
  /** The database to read, in one transaction, so that all tables are of one moment. */
  readonly from: Kysely<Tables>;
  readonly to: Kysely<Tables>;
  /** Names `from`, without a password: a copy goes on only from the same place. */
  readonly source: string;
  /** Called for each batch of rows. */
  readonly onCopied: (rows: number) => void;
}

/**
 * Copies all tables into an empty database, or goes on with a copy from the same place that was broken off, and compares both. Returns what
 * was copied.
 *
 * @throws {StoreError} `not-copied` where the database holds something else, or does not equal the other one afterwards
 */
export async function copyTables(copy: TablesToCopy): Promise<readonly TableDigest[]> {
  const { to } = copy;
  const isResumed = await begin(copy);
  await copyRows(copy);
  let found = await compare(copy);
  // What was copied before may have changed since.
  if (found.different.length > 0 && isResumed) {
    for (const table of COPIED_TABLES.toReversed()) await clearTable(to, table);
    await copyRows(copy);
    found = await compare(copy);
  }
  if (found.different.length > 0)
    throw new StoreError(
      'not-copied',
      `The copy differs from what was copied in ${found.different.join(', ')}. Run the same command again.`,
    );
  await sql`drop table ${sql.table(COPY_MARK)}`.execute(to);
  return found.digests;
}

/** Marks the database as an unfinished copy. Returns whether it was marked already. */
async function begin({ to, source }: TablesToCopy): Promise<boolean> {
  const earlier = await readMark(to);
  if (earlier !== null && earlier !== source)
    throw new StoreError(
      'not-copied',
      `There is an unfinished copy of another database (${earlier}). Finish that one, or choose an empty place.`,
    );
  if (earlier !== null) return true;
  for (const table of COPIED_TABLES) {
    if ((await readLastRow(to, table)) !== null)
      throw new StoreError(
        'not-copied',
        `There is data already (in the table “${table.name}”). Choose an empty place.`,
      );
  }
  await sql`create table if not exists ${sql.table(COPY_MARK)} (source text not null)`.execute(to);
  await sql`insert into ${sql.table(COPY_MARK)} (source) values (${source})`.execute(to);
  return false;
}

/** Returns the place that an unfinished copy comes from, or null where the database is none. */
async function readMark(db: Kysely<Tables>): Promise<string | null> {
  if (!(await hasMark(db))) return null;
  const { rows } = await sql<{ source: string }>`select source from ${sql.table(COPY_MARK)}`.execute(db);
  return rows[0]?.source ?? null;
}

/** PostgreSQL lists the tables of all schemas; SQLite has none. */
async function hasMark(db: Kysely<Tables>): Promise<boolean> {
  const marks = (await db.introspection.getTables()).filter(({ name }) => name === COPY_MARK);
  if (marks.every(({ schema }) => schema === undefined)) return marks.length > 0;
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db);
  return marks.some(({ schema }) => schema === rows[0]?.name);
}

async function copyRows({ from, to, onCopied }: TablesToCopy): Promise<void> {
  for (const table of COPIED_TABLES) {
    for await (const rows of readRows(from, table, await readLastRow(to, table))) {
      await writeRows(to, table, rows);
      onCopied(rows.length);
    }
  }
}

interface Comparison {
  readonly digests: readonly TableDigest[];
  /** The names of tables that differ. */
  readonly different: readonly string[];
}

async function compare({ from, to }: TablesToCopy): Promise<Comparison> {
  const digests: TableDigest[] = [];
  const different: string[] = [];
  for (const table of COPIED_TABLES) {
    const [wanted, found] = [await digestTable(from, table), await digestTable(to, table)];
    digests.push(found);
    if (wanted.rows !== found.rows || wanted.hash !== found.hash) different.push(table.name);
  }
  return { digests, different };
}
