import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../kit/tables.ts';

/** A row of any table. */
export type Row = Readonly<Record<string, unknown>>;

/** How many rows are read and written at once. */
const BATCH_ROWS = 500;
/** So large may the large columns of rows be that are read and written at once; a larger one comes alone. */
const BATCH_BYTES = 1_000_000;

/** What tells whether two copies of a table hold the same. */
export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** SHA-256 of all rows, in the order of their key. */
  readonly hash: string;
}

/** Reads the rows of a table in the order of their key, behind a row where one is given, in batches. */
export async function* readRows(
  db: Kysely<Tables>,
  table: CopiedTable,
  after: Row | null = null,
): AsyncGenerator<readonly Row[]> {
  let last = after;
  for (;;) {
    const limit = await countBatch(db, table, last);
    if (limit === 0) return;
    const rows = await selectAfter(db, table, { last, limit });
    if (rows.length > 0) yield rows;
    last = rows.at(-1) ?? last;
    if (rows.length < limit) return;
  }
}

/** Returns how many of the next rows to read at once: 0 where a table with a large column has no more. */
async function countBatch(
  db: Kysely<Tables>,
  { name, key, large }: CopiedTable,
  last: Row | null,
): Promise<number> {
  if (large === undefined) return BATCH_ROWS;
  const sizes = await sql<{ bytes: unknown }>`select octet_length(${sql.ref(large)}) as bytes
    from ${sql.table(name)} ${selectBehind(key, last)} limit ${sql.lit(BATCH_ROWS)}`.execute(db);
  let bytes = 0;
  let count = 0;
  for (const row of sizes.rows) {
    bytes += Number(row.bytes);
    if (bytes > BATCH_BYTES) break;
    count++;
  }
  return sizes.rows.length === 0 ? 0 : Math.max(1, count);
}

async function selectAfter(
  db: Kysely<Tables>,
  { name, key }: CopiedTable,
  { last, limit }: { readonly last: Row | null; readonly limit: number },
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select * from ${sql.table(name)} ${selectBehind(key, last)}
    limit ${sql.lit(limit)}`.execute(db);
  return rows;
}

/** Restricts a query to the rows behind a row, and orders them by their key. */
function selectBehind(key: readonly string[], last: Row | null) {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const behind =
    last === null ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
  return sql`${behind} order by ${columns}`;
}

/** Returns the row with the greatest key, or null where there is none. */
export async function readLastRow(db: Kysely<Tables>, { name, key }: CopiedTable): Promise<Row | null> {
  const order = sql.join(key.map((column) => sql`${sql.ref(column)} desc`));
  const { rows } = await sql<Row>`select * from ${sql.table(name)} order by ${order} limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Writes rows; leaves those that are there already. */
export async function writeRows(
  db: Kysely<Tables>,
  { name }: CopiedTable,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values ${sql.join(values)} on conflict do nothing`.execute(db);
}

/** Removes all rows. */
export async function clearTable(db: Kysely<Tables>, { name }: CopiedTable): Promise<void> {
  await sql`delete from ${sql.table(name)}`.execute(db);
}

/** Counts the rows of a table. */
export async function countRows(db: Kysely<Tables>, { name }: CopiedTable): Promise<number> {
  const { rows } = await sql<{ count: unknown }>`select count(*) as count from ${sql.table(name)}`.execute(
    db,
  );
  return Number(rows[0]?.count);
}

/**
 * Counts and hashes the rows of a table. The same rows have the same hash in SQLite and in PostgreSQL.
 *
 * @param onRead called for each batch of rows
 */
export async function digestTable(
  db: Kysely<Tables>,
  table: CopiedTable,
  onRead: (rows: number) => void = () => {},
): Promise<TableDigest> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const batch of readRows(db, table)) {
    for (const row of batch) hash.update(`${canonise(row)}\n`);
    rows += batch.length;
    onRead(batch.length);
  }
  return { table: table.name, rows, hash: hash.digest('hex') };
}

function canonise(row: Row): string {
  const columns = Object.keys(row).toSorted();
  return JSON.stringify(columns.map((column) => [column, canoniseValue(row[column])]));
}

/** PostgreSQL's driver returns large integers as text. No column holds both texts and numbers. */
function canoniseValue(value: unknown): string | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : null;
}

/** A table as it is copied. */
export interface CopiedTable {
  readonly name: string;
  /** The columns of its primary key, in the order that rows are copied in. */
  readonly key: readonly string[];
  /** A column that may hold the text of an article. Such rows are read and written a few at once. */
  readonly large?: string;
}

/** All tables that a copy of the store holds; those that others refer to come first. */
export const COPIED_TABLES: readonly CopiedTable[] = [
  { name: 'asked', key: ['id'] },
  { name: 'votes', key: ['asked_id', 'voter_id'] },
  { name: 'guild_values', key: ['guild_id', 'kind', 'name'], large: 'value' },
  { name: 'guild_changes', key: ['guild_id', 'number'], large: 'before' },
  { name: 'left_guilds', key: ['guild_id'] },
  { name: 'greeted_guilds', key: ['guild_id'] },
  { name: 'forum_posts', key: ['post_id'] },
  { name: 'digests', key: ['week', 'guild_id'] },
  { name: 'snapshots', key: ['number'] },
  { name: 'snapshot_texts', key: ['hash'], large: 'text' },
  { name: 'snapshot_files', key: ['snapshot_number', 'path'] },
];

/** The tables that belong to one place alone: whether its file has to be cleaned, the processes that use it, and what these agree on. */
export const LOCAL_TABLES: readonly string[] = ['cleaning', 'processes', 'agreements'];
