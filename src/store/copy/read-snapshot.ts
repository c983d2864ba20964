import { type Kysely, sql } from 'kysely';
import { describeCause } from '../kit/file-errors.ts';
import { StoreError } from '../kit/store-error.ts';
import type { PostgresLocation, StoreLocation } from '../kit/store-url.ts';
import type { Tables } from '../kit/tables.ts';
import { openSqliteReadOnly } from '../sqlite/sqlite-file.ts';
import { type GuardedDatabase, keepBotsOut, type ThisMachine, watchFile } from './refuse-bots.ts';

/** A store as it is at one moment. */
interface Snapshot {
  readonly db: Kysely<Tables>;
  /** Ends the snapshot. Fails if a bot has used the store since it began, where bots may not. @throws {StoreError} `in-use` */
  readonly requireUnused: () => Promise<void>;
}

export interface SnapshotOptions {
  readonly now: () => Date;
  /** Where it is given, no bot may use the store meanwhile. */
  readonly machine?: ThisMachine | undefined;
}

type Read<Result> = (snapshot: Snapshot) => Promise<Result>;

/**
 * Reads a store in one transaction, so that all is of one moment, whatever others write meanwhile.
 *
 * @throws {StoreError} `no-store`, `older-version`, `newer-version`, `unusable-file`, `cannot-read` where it is out of reach; `in-use`
 */
export async function readSnapshot<Result>(
  location: StoreLocation,
  options: SnapshotOptions,
  read: Read<Result>,
): Promise<Result> {
  const failures: unknown[] = [];
  const noteFailure: Read<Result> = async (snapshot) => {
    try {
      return await read(snapshot);
    } catch (error) {
      failures.push(error);
      throw error;
    }
  };
  try {
    if (location.kind === 'postgres') return await withPostgresSnapshot(location, options, noteFailure);
    const path = location.kind === 'file' ? location.path : ':memory:';
    return await withFileSnapshot(path, options, noteFailure);
  } catch (error) {
    // After a failure, the end of the transaction fails, too.
    throw failures.length > 0 ? failures[0] : explainUnreadable(location, error);
  }
}

/**
 * Explains an error of the store that is read, in words that do not blame the one that is written.
 *
 * @returns an error of code `cannot-read` for one of code `cannot-write`, and others as they are
 */
export function explainUnreadable(location: StoreLocation, error: unknown): unknown {
  if (!(error instanceof StoreError) || error.code !== 'cannot-write') return error;
  if (location.kind !== 'file') return new StoreError('cannot-read', error.message, { cause: error });
  return new StoreError(
    'cannot-read',
    `“${location.path}” cannot be read: ${describeCause(error)}. Check that its disk works, that you may read it, and that no other program locks it. Then run the same command again.`,
    { cause: error },
  );
}

async function withPostgresSnapshot<Result>(
  location: PostgresLocation,
  { machine }: SnapshotOptions,
  read: Read<Result>,
): Promise<Result> {
  const { openPostgresReadOnly } = await import('../postgres/open-postgres.ts');
  const opened = await openPostgresReadOnly(location);
  if ('version' in opened) {
    const { version, name } = opened;
    throw version === 0
      ? new StoreError('no-store', `There is nothing in the database ${name}.`)
      : createOlderVersionError(name);
  }
  let guarded: GuardedDatabase | null = null;
  try {
    if (machine !== undefined) guarded = await keepBotsOut(opened, opened.name);
    const requireUnused = async (): Promise<void> => guarded?.requireGuarded();
    const transaction = opened.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only');
    return await transaction.execute(async (snapshot) => {
      // Meanwhile the other side writes and compares.
      await sql`select set_config('idle_in_transaction_session_timeout', '0', true)`.execute(snapshot);
      return read({ db: snapshot, requireUnused });
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
async function withFileSnapshot<Result>(
  path: string,
  { now, machine }: SnapshotOptions,
  read: Read<Result>,
): Promise<Result> {
  const opened = await openSource(path, now);
  if (opened === null || ('version' in opened && opened.version === 0))
    throw new StoreError('no-store', `There is no database at “${path}”.`);
  if ('version' in opened) throw createOlderVersionError(`“${path}”`);
  try {
    return await opened.db.connection().execute(async (connection) => {
      const watched = machine === undefined ? null : await watchFile(connection, path, { machine, now });
      const requireUnused = async (): Promise<void> => {
        await sql`rollback`.execute(connection);
        await sql`begin`.execute(connection);
        await watched?.requireUnchanged();
      };
      await sql`begin`.execute(connection);
      try {
        return await read({ db: connection, requireUnused });
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
