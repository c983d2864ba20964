import { join } from 'node:path';
import { readErrorCode } from '../../kit/system.ts';
import { StoreError } from './store-error.ts';

/** SQLite's primary result codes for faults of the file or disk, which are no bugs of ours. @see https://www.sqlite.org/rescode.html */
const RESULTS: ReadonlyMap<number, KnownResult> = new Map([
  [3, { message: 'access permission denied', code: 'cannot-write' }],
  [5, { message: 'database is locked', code: 'cannot-write' }],
  [6, { message: 'database table is locked', code: 'cannot-write' }],
  [8, { message: 'attempt to write a readonly database', code: 'cannot-write' }],
  [10, { message: 'disk I/O error', code: 'cannot-write' }],
  [11, { message: 'database disk image is malformed', code: 'unusable-file' }],
  [13, { message: 'database or disk is full', code: 'cannot-write' }],
  [14, { message: 'unable to open database file', code: 'cannot-write' }],
  [26, { message: 'file is not a database', code: 'unusable-file' }],
]);

/** SQLite reports a damaged text encoding in the header with the code of a faulty statement, and with this message. */
const ENCODING_DAMAGED = /must use the same text encoding/;

interface KnownResult {
  /** SQLite's own message. The driver gives no result code where reading rows fails. */
  readonly message: string;
  readonly code: 'cannot-write' | 'unusable-file';
}

/** Returns what `work` returns. Converts SQLite's errors about an unusable file or disk to a `StoreError`, and rethrows others unchanged. */
export function convertSqliteErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw toStoreError(path, cause) ?? cause;
  }
}

/** @returns an error of code `cannot-write` */
export function createCannotWriteError(path: string, detail: string, cause: unknown): StoreError {
  return new StoreError(
    'cannot-write',
    `The database “${path}” cannot be written: ${detail}. Check that the bot may write to its folder, that the disk has room, and that no other program locks the file; or set DATABASE_URL to another path.`,
    { cause },
  );
}

/** Returns why a file could not be used: the code of the system, or what SQLite says. */
export function describeCause({ cause, message }: StoreError): string {
  if (!(cause instanceof Error)) return message;
  const code = readErrorCode(cause);
  return code.startsWith('ERR_') ? cause.message : code;
}

/** @returns an error of code `unusable-file` */
export function createUnusableFileError(path: string, detail: string, cause?: unknown): StoreError {
  return new StoreError(
    'unusable-file',
    `“${path}” cannot be used as the database: ${detail}. Replace it with a backup, or move it away (with the files “-wal” and “-shm” beside it) to start with an empty one; or set DATABASE_URL to another path.`,
    { cause },
  );
}

/** @returns an error of code `unusable-file` for a folder in the place of the file */
export function createFolderGivenError(path: string): StoreError {
  return new StoreError(
    'unusable-file',
    `“${path}” is a folder. Set DATABASE_URL to the path of a file, such as “${join(path, 'footnote.db')}”.`,
  );
}

/** How a file was lost while it was open. */
export type FileLoss = 'deleted' | 'replaced' | 'truncated';

/** @returns an error of code `file-lost` */
export function createFileLostError(path: string, loss: FileLoss): StoreError {
  const remedy =
    loss === 'truncated'
      ? 'Stop the bot, replace the file with a backup, and start the bot again.'
      : `Put the same file back. Or stop the bot, remove “${path}-wal” and “${path}-shm”, which belong to the old file and would damage another, put the database that you want there, and start the bot again.`;
  return new StoreError(
    'file-lost',
    `The database “${path}” (or its “-wal” file) was ${loss} while the bot was running: nothing is saved any more. ${remedy}`,
  );
}

/** Converts any other error of SQLite while a file is opened, such as “unsupported file format”: the file is at fault. */
export function toOpeningError(path: string, error: unknown): unknown {
  return isSqliteError(error) ? createUnusableFileError(path, error.message, error) : error;
}

/** Returns whether an error comes from SQLite itself, directly or through the database thread, and is none of those above. */
export function isSqliteError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return error.name === 'SqliteError' || ('code' in error && error.code === 'ERR_SQLITE_ERROR');
}

function toStoreError(path: string, cause: unknown): StoreError | null {
  if (!(cause instanceof Error)) return null;
  const result = findResult(cause);
  if (result === undefined) return null;
  return result.code === 'cannot-write'
    ? createCannotWriteError(path, result.message, cause)
    : createUnusableFileError(path, result.message, cause);
}

function findResult(error: Error): KnownResult | undefined {
  const number = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : null;
  if (ENCODING_DAMAGED.test(error.message)) return { message: error.message, code: 'unusable-file' };
  if (number !== null) return RESULTS.get(number & 0xff);
  return [...RESULTS.values()].find(({ message }) => error.message.endsWith(message));
}
