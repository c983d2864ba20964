import { existsSync, statSync } from 'node:fs';
import { link, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { readErrorCode } from '../../files/error-code.ts';
import { StoreError } from '../kit/store-error.ts';
import { parseStoreUrl } from '../kit/store-url.ts';
import type { Tables } from '../kit/tables.ts';
import { identify } from '../sqlite/file-identity.ts';
import { openSqlite, openSqliteReadOnly } from '../sqlite/sqlite-file.ts';
import { COPIED_TABLES } from './copied-tables.ts';
import { copyTables } from './copy-tables.ts';
import { digestTable, type TableDigest } from './table-rows.ts';

export interface StoreCopy {
  /** The address of the store to copy: a path, or another address that `openStore` takes. */
  readonly from: string;
  /** The address of an empty place. */
  readonly to: string;
  readonly now: () => Date;
  /** Whether a copy that was broken off goes on; otherwise it begins anew. */
  readonly isResumable: boolean;
  /** Called for each batch of rows. */
  readonly onCopied?: (rows: number) => void;
}

/**
 * Copies a whole store, as it is at one moment, while other processes go on writing it. A file appears under its name only once it is
 * complete and on the disk; until then it has the ending `.partial`. Returns what each table holds.
 *
 * @throws {StoreError} `unsupported-url`; `no-store` where there is nothing to copy; `older-version`, `newer-version`, `unusable-file`
 *   concerning what is copied; `not-copied` where the place is not empty; `cannot-write` where the disk is full and the like
 */
export async function copyStore(copy: StoreCopy): Promise<readonly TableDigest[]> {
  const source = parseStoreUrl(copy.from);
  const target = parseStoreUrl(copy.to);
  if (source.kind !== 'file' || target.kind !== 'file')
    throw new StoreError('unsupported-url', 'A copy needs the path of a file on both sides.');
  return withSnapshot(source.path, copy.now, (from) => copyIntoFile(from, target.path, copy));
}

/** Counts and hashes the tables of a store, as they are at one moment. @throws {StoreError} as `copyStore` does for what it copies */
export async function digestStore(url: string, now: () => Date): Promise<readonly TableDigest[]> {
  const location = parseStoreUrl(url);
  if (location.kind !== 'file') throw new StoreError('unsupported-url', 'It needs the path of a file.');
  return withSnapshot(location.path, now, async (from) => {
    const digests: TableDigest[] = [];
    for (const table of COPIED_TABLES) digests.push(await digestTable(from, table));
    return digests;
  });
}

/** Reads a file in one transaction: SQLite shows it as it was at the first reading, whatever others write meanwhile. */
async function withSnapshot<Result>(
  path: string,
  now: () => Date,
  read: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const opened = await openSource(path, now);
  if (opened === null) throw new StoreError('no-store', `There is no database at “${path}”.`);
  if ('version' in opened)
    throw new StoreError(
      'older-version',
      `The database “${path}” was written by an older Footnote. Start the bot with it once, which updates it; then copy it.`,
    );
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

async function copyIntoFile(
  from: Kysely<Tables>,
  path: string,
  { from: source, now, isResumable, onCopied = () => {} }: StoreCopy,
): Promise<readonly TableDigest[]> {
  requireFree(path);
  const partial = `${path}.partial`;
  if (!isResumable) await removeDatabase(partial);
  try {
    const { db, close } = await openSqlite({ kind: 'file', path: partial }, { now });
    const begun = identify(partial);
    try {
      const digests = await copyTables({ from, to: db, source, onCopied });
      // One file that can be read without writing another beside it. The bot switches back by itself.
      await sql`pragma journal_mode = delete`.execute(db);
      await close();
      await publish(partial, path, begun);
      return digests;
    } finally {
      await close();
    }
  } catch (error) {
    if (!isResumable) await removeDatabase(partial);
    throw explainUnwritable(error, partial);
  }
}

function explainUnwritable(error: unknown, path: string): unknown {
  if (!(error instanceof StoreError) || error.code !== 'cannot-write') return error;
  const { cause } = error;
  const why = cause instanceof Error ? readErrorCode(cause) : error.message;
  const detail = cause instanceof Error && why.startsWith('ERR_') ? cause.message : why;
  return new StoreError(
    'cannot-write',
    `“${path}” cannot be written: ${detail}. Check that the disk has room and that you may write to the folder. Then run the same command again.`,
    { cause: error },
  );
}

/** @throws {StoreError} `not-copied` where something is there */
function requireFree(path: string): void {
  for (const each of [path, `${path}-wal`]) {
    if ((statSync(each, { throwIfNoEntry: false })?.size ?? 0) > 0)
      throw new StoreError(
        'not-copied',
        `“${each}” is there already, and nothing is ever copied over data. Choose another name, or move it away first (with the files “-wal” and “-shm” beside it).`,
      );
  }
}

/** Gives a complete file its name, once it is on the disk. Never replaces a file. */
async function publish(partial: string, path: string, begun: ReturnType<typeof identify>): Promise<void> {
  const found = identify(partial);
  if (found?.inode !== begun?.inode || found?.device !== begun?.device || existsSync(`${partial}-wal`))
    throw new StoreError(
      'not-copied',
      `“${partial}” was changed by another program. Run the same command again.`,
    );
  try {
    await syncToDisk(partial);
    if (existsSync(path)) await unlink(path);
    await giveName(partial, path);
    await syncToDisk(dirname(path));
  } catch (cause) {
    throw new StoreError('cannot-write', `“${path}” cannot be written (${readErrorCode(cause)}).`, { cause });
  }
}

/** A hard link never replaces a file that came meanwhile. Some file systems have none. */
async function giveName(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
    await unlink(partial);
  } catch (error) {
    if (readErrorCode(error) === 'EEXIST') throw error;
    await rename(partial, path);
  }
}

async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch (error) {
    // Windows syncs no folder.
    if (!['EPERM', 'EISDIR', 'EINVAL'].includes(readErrorCode(error))) throw error;
  } finally {
    await file.close();
  }
}

async function removeDatabase(path: string): Promise<void> {
  for (const each of [path, `${path}-wal`, `${path}-shm`]) await rm(each, { force: true });
}
