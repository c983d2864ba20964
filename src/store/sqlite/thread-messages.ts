import { StoreError, type StoreErrorCode } from '../kit/store-error.ts';
import type { FileIdentity } from './file-identity.ts';

/** What the database thread is given at its start. */
export interface ThreadStart {
  /** The path of the file, or `:memory:`. */
  readonly path: string;
  /** The file that must still lie there; null where any will do. */
  readonly expected: FileIdentity | null;
  /** For how long a statement waits until another connection lets go of the lock. */
  readonly busyTimeoutMs: number;
}

/** One statement for the database thread. */
export interface ThreadQuery {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** `Row` is what the query's types say; nothing else is known of it. */
export interface QueryOutcome<Row = unknown> {
  readonly rows: Row[];
  /** How many rows a change touched. */
  readonly changes: number;
}

/** The answer to the query of that id; the first answer, of id 0, says whether the file is open. */
export type ThreadAnswer<Row = unknown> =
  | { readonly id: number; readonly kind: 'done'; readonly outcome: QueryOutcome<Row> }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: ThreadFailure }
  | { readonly id: 0; readonly kind: 'open'; readonly file: FileIdentity | null };

/** An error as plain data: threads cannot hand over classes. */
export interface ThreadFailure {
  /** Null for what is no `StoreError`. */
  readonly code: StoreErrorCode | null;
  readonly message: string;
  /** Whether another connection held the lock. */
  readonly isLocked: boolean;
  /** What the driver said. */
  readonly detail: string;
}

/** What SQLite refuses and the file is not to blame for: a mistake in a statement. */
class SqliteError extends Error {
  override readonly name = 'SqliteError';
}

/** Turns an error of the database thread into plain data. */
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

/** Makes an error of what the database thread reported. */
export function toError({ code, message, detail }: ThreadFailure): Error {
  const cause = new SqliteError(detail);
  return code === null ? cause : new StoreError(code, message, { cause });
}

/** Whether a statement writes, or takes the lock for writing. */
export function isChange(sql: string): boolean {
  return !/^\s*(?:select|pragma|rollback)\b/i.test(sql);
}

/** Whether a statement may read or rewrite the whole file, which takes minutes for a large one. */
export function touchesWholeFile(sql: string): boolean {
  return /^\s*(?:vacuum|pragma)\b/i.test(sql);
}
