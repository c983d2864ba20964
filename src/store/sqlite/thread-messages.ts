import { StoreError, type StoreErrorCode } from '../kit/store-error.ts';
import type { FileIdentity } from './file-identity.ts';

/** The options of a database thread. */
export interface ThreadStart {
  /** The path of the file, or `:memory:`. */
  readonly path: string;
  /** The file that must still be at the path; null accepts any. */
  readonly expected: FileIdentity | null;
  /** How long a statement waits for the lock of another connection. */
  readonly busyTimeoutMs: number;
  /** Whether no statement may change the file; false unless given. */
  readonly isReadOnly?: boolean;
}

/** One statement for the database thread. */
export interface ThreadQuery {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The result of a statement. `Row` follows from the query's types; nothing checks it. */
export interface QueryOutcome<Row = unknown> {
  readonly rows: Row[];
  /** How many rows a statement changed. */
  readonly changes: number;
}

/** The answer to the query with the same id. The first answer has id 0 and tells whether the file is open. */
export type ThreadAnswer<Row = unknown> =
  | { readonly id: number; readonly kind: 'done'; readonly outcome: QueryOutcome<Row> }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: ThreadFailure }
  | { readonly id: 0; readonly kind: 'open'; readonly file: FileIdentity | null };

/** An error as plain data, as threads cannot send classes. */
export interface ThreadFailure {
  /** Null where the error is no `StoreError`. */
  readonly code: StoreErrorCode | null;
  readonly message: string;
  /** Whether another connection held the lock. */
  readonly isLocked: boolean;
  /** The driver's message. */
  readonly detail: string;
}

/** An error of SQLite that is not the file's fault: a mistake in a statement. */
class SqliteError extends Error {
  override readonly name = 'SqliteError';
}

/** Converts an error in the database thread to plain data. */
export function describeFailure(error: unknown): ThreadFailure {
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof StoreError ? error.cause : error;
  const detail = cause instanceof Error ? cause.message : message;
  return {
    code: error instanceof StoreError ? error.code : null,
    message,
    isLocked: /database (?:table )?is locked$/.test(detail),
    detail,
  };
}

/** Converts a failure that the database thread sent back to an error. */
export function toError({ code, message, detail }: ThreadFailure): Error {
  const cause = new SqliteError(detail);
  return code === null ? cause : new StoreError(code, message, { cause });
}

/** Returns whether a statement writes or takes the write lock. */
export function isChange(sql: string): boolean {
  return !/^\s*(?:select|pragma|rollback)\b/i.test(sql);
}

/** Returns whether a statement may read or rewrite the whole file, which takes minutes for a large one. */
export function touchesWholeFile(sql: string): boolean {
  return /^\s*(?:vacuum|pragma)\b/i.test(sql);
}
