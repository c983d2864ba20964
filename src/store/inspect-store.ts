import { constants } from 'node:fs';
import { access, mkdtemp, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readErrorCode } from '../kit/system.ts';
import { createCannotWriteError, createFolderGivenError } from './kit/file-errors.ts';
import { MIGRATIONS } from './kit/migrations.ts';
import { StoreError } from './kit/store-error.ts';
import { type PostgresLocation, parseStoreUrl } from './kit/store-url.ts';
import { checkHeader } from './sqlite/file-header.ts';

/**
 * Returns the error that would keep a store from being opened or written, or null if it finds none. It leaves nothing behind and changes
 * nothing. Only opening a file reveals damage inside it.
 */
export async function inspectStore(url: string): Promise<StoreError | null> {
  try {
    const location = parseStoreUrl(url);
    if (location.kind === 'file') await inspectFile(location.path);
    if (location.kind === 'postgres') await inspectPostgres(location);
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

async function inspectPostgres(location: PostgresLocation): Promise<void> {
  const { requireWritablePostgres } = await import('./postgres/open-postgres.ts');
  await requireWritablePostgres(location);
}

async function inspectFile(path: string): Promise<void> {
  const found = await findNearestExisting(path);
  if (found.path !== path) {
    if (!found.isFolder)
      throw createCannotWriteError(
        path,
        `“${found.path}” is a file, so no folder of that name can be made`,
        undefined,
      );
    await requireWritable(path, found.path);
    if (found.path !== dirname(path)) await requireFolders(path, found.path);
    return;
  }
  if (found.isFolder) throw createFolderGivenError(path);
  await checkHeader(path, MIGRATIONS.length);
  // SQLite makes the files “-wal” and “-shm” beside it.
  for (const written of [path, dirname(path)]) await requireWritable(path, written);
}

async function requireWritable(path: string, what: string): Promise<void> {
  try {
    await access(what, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw createCannotWriteError(path, `“${what}” may not be written (${readErrorCode(cause)})`, cause);
  }
}

/** Makes a folder and removes it: some file systems allow writing, but no folders, such as `/proc`. */
async function requireFolders(path: string, parent: string): Promise<void> {
  try {
    await rmdir(await mkdtemp(join(parent, '.footnote-')));
  } catch (cause) {
    throw createCannotWriteError(
      path,
      `no folder can be made in “${parent}” (${readErrorCode(cause)})`,
      cause,
    );
  }
}

interface NearestExisting {
  readonly path: string;
  readonly isFolder: boolean;
}

async function findNearestExisting(path: string): Promise<NearestExisting> {
  try {
    return { path, isFolder: (await stat(path)).isDirectory() };
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(readErrorCode(cause)) && dirname(path) !== path)
      return findNearestExisting(dirname(path));
    throw createCannotWriteError(path, `it cannot be looked at (${readErrorCode(cause)})`, cause);
  }
}
