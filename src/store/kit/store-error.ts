/** Why the store cannot be used; its message names the place and what to do, and holds no password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Stable. `newer-version`: written by a later Footnote. `unusable-file`: no database of ours, or damaged.
 * `unsupported-url`: no address that we know. `cannot-write`: disk full or read-only, file locked, and the like.
 * `file-lost`: the file was deleted, replaced or truncated while it was open. `damaged-snapshot`: a snapshot is not as it was kept.
 */
export type StoreErrorCode =
  | 'newer-version'
  | 'unusable-file'
  | 'unsupported-url'
  | 'cannot-write'
  | 'file-lost'
  | 'damaged-snapshot';
