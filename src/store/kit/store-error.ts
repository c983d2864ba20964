/** An error of the store that an operator can put right. Its message names the file and the remedy, and holds no password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * The codes are stable. `newer-version`: a later Footnote wrote the file. `unusable-file`: the file is damaged or no database of Footnote.
 * `unsupported-url`: the address is of no supported kind. `cannot-write`: the disk is full or read-only, the file is locked, and the like.
 * `file-lost`: the file was deleted, replaced or truncated while it was open. `damaged-snapshot`: a snapshot's texts differ from those saved.
 * Of a copy: `no-store`: there is nothing to copy. `older-version`: it has to be updated first. `cannot-read`: what is copied is out of reach.
 * `not-copied`: the place is not empty. `in-use`: a bot uses one of both, or a copy keeps the bot out.
 */
export type StoreErrorCode =
  | 'newer-version'
  | 'unusable-file'
  | 'unsupported-url'
  | 'cannot-write'
  | 'file-lost'
  | 'no-store'
  | 'older-version'
  | 'cannot-read'
  | 'not-copied'
  | 'in-use'
  | 'damaged-snapshot';
