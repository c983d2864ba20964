import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder, PRIVATE_FOLDER, readErrorCode } from '../../kit/system.ts';
import {
  createCannotWriteError,
  createFolderGivenError,
  createUnusableFileError,
} from '../kit/file-errors.ts';
import { StoreError } from '../kit/store-error.ts';

/** Marks the header of Footnote's files (“Fnot”), so that it does not open another program's database. */
export const APPLICATION_ID = 0x466e6f74;

/** @see https://www.sqlite.org/fileformat2.html#the_database_header */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const PAGE_SIZE_AT = 16;
const PAGE_COUNT_AT = 28;
const VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** Creates the folder of a file where it is missing. Other users may not read a created folder. */
export async function createFolderOf(path: string): Promise<void> {
  try {
    await createFolder(dirname(path), PRIVATE_FOLDER);
  } catch (cause) {
    throw createCannotWriteError(path, `its folder cannot be made (${readErrorCode(cause)})`, cause);
  }
}

/**
 * Refuses a file that is no database of Footnote by its first bytes alone: SQLite changes files that it only reads, or leaves others beside
 * them. Accepts a missing or empty file.
 *
 * @throws {StoreError} `newer-version`, `unusable-file`, `cannot-write` where it cannot be read at all
 */
export async function checkHeader(path: string, latest: number): Promise<void> {
  const header = await readHeader(path);
  if (header === null || header.length === 0) return;
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw createUnusableFileError(path, 'it is not an SQLite database');
  }
  checkStamp(path, {
    applicationId: header.readInt32BE(APPLICATION_ID_AT),
    version: header.readInt32BE(VERSION_AT),
    latest,
  });
}

/**
 * Refuses a database that this version of Footnote cannot use.
 *
 * @param stamp both `applicationId` and `version` are 0 in a new file
 * @throws {StoreError} `newer-version`; `unusable-file` for another program's database
 */
export function checkStamp(
  path: string,
  stamp: { readonly applicationId: number; readonly version: number; readonly latest: number },
): void {
  const { applicationId, version, latest } = stamp;
  if (applicationId === 0 && version === 0) return;
  if (applicationId !== APPLICATION_ID)
    throw createUnusableFileError(path, 'it is the database of another program');
  if (version < 0) throw createUnusableFileError(path, `it is damaged (its version reads as ${version})`);
  if (version <= latest) return;
  throw new StoreError(
    'newer-version',
    `The database “${path}” was written by a newer Footnote (its version is ${version}, this one knows ${latest}); it was left as it is. Run the newer Footnote, or set DATABASE_URL to another file.`,
  );
}

/** Returns the least size of a file with this header, in bytes, or null if it is no header of a database. */
export function computeFileBytes(header: Buffer): number | null {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const pageSize = header.readUInt16BE(PAGE_SIZE_AT);
  // 65,536 does not fit into two bytes.
  return (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(PAGE_COUNT_AT);
}

async function readHeader(path: string): Promise<Buffer | null> {
  let file: FileHandle | null = null;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for a writer.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await file.stat();
    if (found.isDirectory()) throw createFolderGivenError(path);
    if (!found.isFile()) throw createUnusableFileError(path, 'it is not a file');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    if (readErrorCode(cause) === 'ENOENT') return null;
    throw createCannotWriteError(path, `it cannot be read (${readErrorCode(cause)})`, cause);
  } finally {
    await file?.close();
  }
}
