import { type Kysely, sql } from 'kysely';
import { StoreError } from '../kit/store-error.ts';
import { COPY_MARK, type Tables } from '../kit/tables.ts';
import {
  COPIED_TABLES,
  clearTable,
  countRows,
  digestTable,
  readLastRow,
  readRows,
  type TableDigest,
  writeRows,
} from './table-rows.ts';

/** How far a copy is. */
export interface CopyProgress {
  /** All rows are copied first, and then both sides are read again and compared. */
  readonly phase: 'copying' | 'comparing';
  /** The share of the phase that is done, from 0 to 1. */
  readonly share: number;
  /** How many rows there are to copy. */
  readonly rows: number;
}

export interface TablesToCopy {
  /** The database to read, in one transaction, so that all tables are of one moment. */
  readonly from: Kysely<Tables>;
  readonly to: Kysely<Tables>;
  /** Names `from`, without a password: a copy goes on only from the same place. */
  readonly source: string;
  /** Explains an error that `from` gave. */
  readonly explainSource: (error: unknown) => unknown;
  /** Called at the beginning and for each batch of rows. What it throws ends the copy, which may go on later. */
  readonly onProgress: (progress: CopyProgress) => void;
  /** Called when all is copied and compared, and nothing shows it yet. What it throws leaves the copy unfinished. */
  readonly beforeEnd: () => Promise<void>;
}

/**
 * Copies all tables into an empty database, or goes on with a copy from the same place that was broken off, and compares both. Returns what
 * was copied.
 *
 * @throws {StoreError} `not-copied` where the database holds something else, or does not equal the other one afterwards; `cannot-read`;
 *   what `onProgress` and `beforeEnd` throw
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
  await copy.beforeEnd();
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

/** Counts what was copied before it goes on. */
async function copyRows({ from, to, explainSource, onProgress }: TablesToCopy): Promise<void> {
  const rows = await explaining(explainSource, () => countAll(from));
  let copied = await countAll(to);
  const report = (): void => onProgress({ phase: 'copying', share: copied / Math.max(1, rows), rows });
  report();
  for (const table of COPIED_TABLES) {
    const unread = readRows(from, table, await readLastRow(to, table));
    for await (const batch of explainingEach(explainSource, unread)) {
      await writeRows(to, table, batch);
      copied += batch.length;
      report();
    }
  }
}

async function countAll(db: Kysely<Tables>): Promise<number> {
  let rows = 0;
  for (const table of COPIED_TABLES) rows += await countRows(db, table);
  return rows;
}

interface Comparison {
  readonly digests: readonly TableDigest[];
  /** The names of tables that differ. */
  readonly different: readonly string[];
}

async function compare({ from, to, explainSource, onProgress }: TablesToCopy): Promise<Comparison> {
  const rows = await countAll(to);
  let read = 0;
  const onRead = (count: number): void => {
    read += count;
    onProgress({ phase: 'comparing', share: Math.min(1, read / (2 * rows)), rows });
  };
  const digests: TableDigest[] = [];
  const different: string[] = [];
  for (const table of COPIED_TABLES) {
    const wanted = await explaining(explainSource, () => digestTable(from, table, onRead));
    const found = await digestTable(to, table, onRead);
    digests.push(found);
    if (wanted.rows !== found.rows || wanted.hash !== found.hash) different.push(table.name);
  }
  return { digests, different };
}

async function explaining<Result>(
  explain: (error: unknown) => unknown,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw explain(error);
  }
}

/** Explains what reading fails with, and not what whoever takes the values does. */
async function* explainingEach<Value>(
  explain: (error: unknown) => unknown,
  values: AsyncIterable<Value>,
): AsyncGenerator<Value> {
  try {
    yield* values;
  } catch (error) {
    throw explain(error);
  }
}
