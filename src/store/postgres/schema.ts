import { type Kysely, sql, type Transaction } from 'kysely';
import type { Migration } from '../kit/migrations.ts';
import { COPY_MARK, type Tables } from '../kit/tables.ts';
import { createFault, createNewerVersionError, createUnusableDatabaseError } from './postgres-errors.ts';
import { createPostgresLocks } from './postgres-locks.ts';

/** Of several processes that start at once, the others wait for the one that makes or changes the tables. */
const MIGRATING_MS = 5 * 60_000;

/**
 * Makes the tables, or brings them to the latest version, all or nothing. The table `footnote_version` marks a schema as Footnote's and
 * holds its version.
 *
 * @param name how messages name the database
 * @throws {StoreError} `newer-version`, `unusable-file`, which leave everything unchanged; `cannot-write`
 */
export async function updateSchema(
  db: Kysely<Tables>,
  name: string,
  migrations: readonly Migration[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select set_config('lock_timeout', ${String(MIGRATING_MS)}, true), set_config('statement_timeout', '0', true)`.execute(
      transaction,
    );
    await createPostgresLocks().take(transaction, 'migration');
    const version = await readVersion(transaction, name, migrations.length);
    await migrate(transaction, version, migrations);
  });
}

async function migrate(
  db: Transaction<Tables>,
  version: number | null,
  migrations: readonly Migration[],
): Promise<void> {
  if (version === null) await sql`create table footnote_version (version bigint not null)`.execute(db);
  for (const { up } of migrations.slice(version ?? 0)) await up(db);
  const latest = sql.lit(migrations.length);
  if (version === null) await sql`insert into footnote_version (version) values (${latest})`.execute(db);
  else await sql`update footnote_version set version = ${latest}`.execute(db);
}

/**
 * Returns the version of the tables, or null where the schema is empty. Changes nothing.
 *
 * @throws {StoreError} `newer-version`; `unusable-file` where the schema is another program's
 */
export async function readVersion(db: Kysely<Tables>, name: string, latest: number): Promise<number | null> {
  const { rows } = await sql<SchemaState>`
    select current_schema() as schema, getdatabaseencoding() as encoding,
      to_regclass(quote_ident(current_schema()) || '.footnote_version') is not null as "isOurs",
      ${findForeignRelation} as foreigner
  `.execute(db);
  const [state] = rows;
  if (state === undefined || state.schema === null)
    throw createUnusableDatabaseError(name, 'its search_path names no schema that exists');
  if (state.encoding !== 'UTF8')
    throw createUnusableDatabaseError(name, `its encoding is ${state.encoding}, not UTF8`);
  if (state.isOurs) return readStamp(db, name, latest);
  if (state.foreigner === null) return null;
  const found = `its schema “${state.schema}” holds “${state.foreigner}” of another program`;
  throw createUnusableDatabaseError(name, found);
}

/**
 * Refuses a database that a copy was begun into and not finished.
 *
 * @throws {StoreError} `unusable-file`
 */
export async function requireFinishedCopy(db: Kysely<Tables>, name: string): Promise<void> {
  const { rows } = await sql<{ isUnfinished: boolean }>`
    select to_regclass(quote_ident(current_schema()) || ${`.${COPY_MARK}`}) is not null as "isUnfinished"
  `.execute(db);
  if (rows[0]?.isUnfinished === true)
    throw createUnusableDatabaseError(
      name,
      'a copy into it is not finished: run the same “migrate-store” or “restore” again',
    );
}

/**
 * Refuses a database that takes no changes from this user.
 *
 * @param isCurrent whether its tables are of this version; otherwise they have to be made or updated
 * @throws {StoreError} `unusable-file` where a right is missing; `cannot-write` where the database is read-only
 */
export async function requireRights(
  db: Kysely<Tables>,
  name: string,
  { isCurrent }: { readonly isCurrent: boolean },
): Promise<void> {
  const { rows } = await sql<{ isReadOnly: boolean; mayCreate: boolean; mayChange: boolean }>`
    select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as "isReadOnly",
      has_schema_privilege(current_schema(), 'create') as "mayCreate",
      not exists (
        select from pg_class, unnest(array['select', 'insert', 'update', 'delete']) as right_needed
        where relnamespace = to_regnamespace(quote_ident(current_schema())) and relkind = 'r'
          and relname != 'footnote_version' and not has_table_privilege(oid, right_needed)
      ) as "mayChange"
  `.execute(db);
  const [state] = rows;
  if (state?.isReadOnly === true) throw createFault(name, '25006');
  if (state?.mayChange !== true || !(isCurrent || state.mayCreate)) throw createFault(name, '42501');
}

interface SchemaState {
  readonly schema: string | null;
  readonly encoding: string;
  readonly isOurs: boolean;
  /** A table or the like that another program has made, or null. */
  readonly foreigner: string | null;
}

/** Services that run PostgreSQL put the views of their extensions into a new database. */
const findForeignRelation = sql`(
  select min(relname::text) from pg_class
  where relnamespace = to_regnamespace(quote_ident(current_schema())) and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and not exists (
      select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e'
    )
)`;

async function readStamp(db: Kysely<Tables>, name: string, latest: number): Promise<number> {
  const { rows } = await sql<{ version: string }>`select version from footnote_version`.execute(db);
  const version = Number(rows[0]?.version ?? -1);
  if (rows.length !== 1 || version < 0)
    throw createUnusableDatabaseError(name, 'its table “footnote_version” is damaged');
  if (version > latest) throw createNewerVersionError(name, version, latest);
  return version;
}
