import { type Kysely, sql } from 'kysely';
import { StoreError } from '../kit/store-error.ts';
import type { PostgresLocation, StoreLocation } from '../kit/store-url.ts';
import type { Tables } from '../kit/tables.ts';
import { openSqliteReadOnly } from '../sqlite/sqlite-file.ts';

type Read<Result> = (db: Kysely<Tables>) => Promise<Result>;

/**
 * Reads a store in one transaction, so that all is of one moment, whatever others write meanwhile.
 *
 * @throws {StoreError} `no-store`, `older-version`, `newer-version`, `unusable-file`, `cannot-write` where it is out of reach
 */
export function readSnapshot<Result>(
  location: StoreLocation,
  now: () => Date,
  read: Read<Result>,
): Promise<Result> {
  if (location.kind === 'postgres') return withPostgresSnapshot(location, read);
  return withFileSnapshot(location.kind === 'file' ? location.path : ':memory:', now, read);
}

async function withPostgresSnapshot<Result>(location: PostgresLocation, read: Read<Result>): Promise<Result> {
  const { openPostgresReadOnly } = await import('../postgres/open-postgres.ts');
  const opened = await openPostgresReadOnly(location);
  if ('version' in opened) {
    const { version, name } = opened;
    throw version === 0
      ? new StoreError('no-store', `There is nothing in the database ${name}.`)
      : createOlderVersionError(name);
  }
  try {
    const transaction = opened.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only');
    return await transaction.execute(async (snapshot) => {
      // Meanwhile the other side writes and compares.
      await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(snapshot);
      return read(snapshot);
    });
  } finally {
    await opened.close();
  }
}

function createOlderVersionError(name: string): StoreError {
  return new StoreError(
    'older-version',
    `The database ${name} was written by an older Footnote. Start the bot with it once, which updates it; then copy it.`,
  );
}

/** SQLite shows a file as it was at the first reading of a transaction. */
async function withFileSnapshot<Result>(path: string, now: () => Date, read: Read<Result>): Promise<Result> {
  const opened = await openSource(path, now);
  if (opened === null || ('version' in opened && opened.version === 0))
    throw new StoreError('no-store', `There is no database at “${path}”.`);
  if ('version' in opened) throw createOlderVersionError(`“${path}”`);
  try {
    return await opened.db.connection().execute(async (connection) => {
      await sql`begin`.execute(connection);
      try {
        return await read(connection);
      } finally {
        await sql`rollback`.execute(connection);
      }
    });
  } finally {
    await opened.close();
  }
}

/** Says what is wrong with a file in words that fit a copy: nobody has to replace it. */
async function openSource(path: string, now: () => Date): ReturnType<typeof openSqliteReadOnly> {
  try {
    return await openSqliteReadOnly(path, now);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    if (cause.code === 'newer-version')
      throw new StoreError(
        cause.code,
        `“${path}” was written by a newer Footnote. Copy it with that version.`,
        { cause },
      );
    if (cause.code === 'unusable-file')
      throw new StoreError(
        cause.code,
        `“${path}” is no database of Footnote, or it is damaged. Choose another file.`,
        { cause },
      );
    throw cause;
  }
}
