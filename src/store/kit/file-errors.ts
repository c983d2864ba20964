import { StoreError } from './store-error.ts';

/** SQLite's primary result codes of what is no bug of ours. @see https://www.sqlite.org/rescode.html */
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

/** What SQLite says with the code of a mistake in a statement, of a header whose text encoding is damaged. */
const ENCODING_DAMAGED = /must use the same text encoding/;

interface KnownResult {
  /** SQLite's own words: the driver hands over no number where reading rows fails. */
  readonly message: string;
  readonly code: 'cannot-write' | 'unusable-file';
}

/** What `work` gives; what SQLite throws for want of a usable file or disk becomes a `StoreError`, the rest stays. */
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
    `The database “${path}” cannot be written: ${detail}. See that its folder may be written, that the disk has room, and that no other program keeps the file locked; or set DATABASE_URL to another place.`,
    { cause },
  );
}

/** @returns an error of code `unusable-file` */
export function createUnusableFileError(path: string, detail: string, cause?: unknown): StoreError {
  return new StoreError(
    'unusable-file',
    `“${path}” cannot be used as the database: ${detail}. Put a copy that you have kept in its place, or move it away (with the files “-wal” and “-shm” beside it) to begin with an empty one; or set DATABASE_URL to another place.`,
    { cause },
  );
}

/** What happened to a file while it was open. */
export type FileLoss = 'deleted' | 'replaced' | 'truncated';

/** @returns an error of code `file-lost` */
export function createFileLostError(path: string, loss: FileLoss): StoreError {
  const remedy =
    loss === 'truncated'
      ? 'Stop the bot, put a copy that you have kept in its place, and start the bot again.'
      : 'Put the same file back where it was, or stop the bot, put the database you want in its place, and start the bot again.';
  return new StoreError(
    'file-lost',
    `The database “${path}” (or its “-wal” file) was ${loss} while the bot was running: nothing is written down any more. ${remedy}`,
  );
}

/** Whatever else SQLite says of a file while it is opened, such as “unsupported file format”, is the file's fault. */
export function toOpeningError(path: string, error: unknown): unknown {
  return isSqliteError(error) ? createUnusableFileError(path, error.message, error) : error;
}

/** Whether SQLite, or the database thread in its name, refused a statement for a reason that is none of those above. */
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
