import { existsSync, lstatSync } from 'node:fs';
import { link, open, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { isRunning, readErrorCode } from '../../kit/system.ts';
import { describeCause } from '../kit/file-errors.ts';
import { StoreError } from '../kit/store-error.ts';
import type { Tables } from '../kit/tables.ts';
import { identify } from '../sqlite/file-identity.ts';
import { openSqlite } from '../sqlite/sqlite-file.ts';

/** Where a copy goes, and how. */
export interface FileTarget {
  readonly path: string;
  readonly now: () => Date;
  /** Whether a copy that was broken off goes on; otherwise it begins anew. */
  readonly isResumable: boolean;
}

/**
 * Has `fill` write an empty database, which gets its name once it is complete and on the disk; until then it has the ending `.partial`.
 *
 * @throws {StoreError} `not-copied` where something has that name; `cannot-write`; those of `fill`
 */
export async function writeFileAside<Result>(
  { path, now, isResumable }: FileTarget,
  fill: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  requireFree(path);
  const partial = `${path}.partial`;
  const release = await holdAlone(partial);
  try {
    if (!isResumable) await removeDatabase(partial);
    const { db, close } = await openSqlite({ kind: 'file', path: partial }, { now });
    const begun = identify(partial);
    try {
      // Nobody needs what is not finished: the disk has to have it only before it gets its name.
      if (!isResumable) await sql`pragma synchronous = off`.execute(db);
      const result = await fill(db);
      // One file that can be read without writing another beside it. The bot switches back by itself.
      await sql`pragma journal_mode = delete`.execute(db);
      await close();
      await publish(partial, path, begun);
      return result;
    } finally {
      await close();
    }
  } catch (error) {
    if (!isResumable) await removeDatabase(partial);
    throw explainUnwritable(error, partial);
  } finally {
    await release();
  }
}

function explainUnwritable(error: unknown, path: string): unknown {
  if (!(error instanceof StoreError) || error.code !== 'cannot-write') return error;
  return createUnwritableError(path, describeCause(error), error);
}

function createUnwritableError(path: string, detail: string, cause: unknown): StoreError {
  return new StoreError(
    'cannot-write',
    `“${path}” cannot be written: ${detail}. Check that the disk has room and that you may write to the folder. Then run the same command again.`,
    { cause },
  );
}

/**
 * @throws {StoreError} `not-copied` where something is there, be it empty, a device or a link that leads nowhere; `cannot-write` where nobody
 *   may look
 */
function requireFree(path: string): void {
  for (const each of [path, `${path}-wal`]) if (isThere(each)) throw createOccupiedError(each);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (cause) {
    throw createUnwritableError(path, readErrorCode(cause), cause);
  }
}

function createOccupiedError(path: string): StoreError {
  return new StoreError(
    'not-copied',
    `“${path}” is there already, and nothing is ever replaced by a copy. Choose another name, or move it away first (with the files “-wal” and “-shm” beside it).`,
  );
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
    await giveName(partial, path);
    await syncToDisk(dirname(path));
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw new StoreError('cannot-write', `“${path}” cannot be written (${readErrorCode(cause)}).`, { cause });
  }
}

/** A hard link never replaces a file that came meanwhile. Some file systems have none. */
async function giveName(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
    await unlink(partial);
  } catch (error) {
    if (readErrorCode(error) === 'EEXIST') throw createOccupiedError(path);
    requireFree(path);
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
  try {
    for (const each of [path, `${path}-wal`, `${path}-shm`]) await rm(each, { force: true });
  } catch (cause) {
    throw createUnwritableError(path, readErrorCode(cause), cause);
  }
}

/** The ending of a file that names the process that writes the copy beside it. */
const HOLDER = '.copying';

/**
 * Lets one process at a time write a file. A process that was killed holds up nobody on the same machine.
 *
 * @returns the function that lets others write it
 * @throws {StoreError} `not-copied` while another process writes it
 */
async function holdAlone(path: string): Promise<() => Promise<void>> {
  const file = `${path}${HOLDER}`;
  const own = `${process.pid} on ${hostname()}`;
  for (let tries = 0; tries < 2; tries++) {
    try {
      await writeFile(file, own, { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      // Where no file can be made, whoever writes the copy finds out why.
      if (readErrorCode(error) !== 'EEXIST') return async () => {};
    }
    const holder = await readFile(file, 'utf8').catch(() => '');
    const [, pid = '', host] = /^(\d+) on (.*)$/s.exec(holder) ?? [];
    if (host !== hostname() || isRunning(Number(pid)))
      throw new StoreError(
        'not-copied',
        `Another command writes “${path}” (process ${holder}). Wait for its end. If it has ended already, remove “${file}”.`,
      );
    await rm(file, { force: true });
  }
  throw new StoreError('not-copied', `Other commands write “${path}”. Wait for their end.`);
}
