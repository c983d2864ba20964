/**
 * Something that the asker, a moderator or the operator can put right. Its message is safe to show as it stands;
 * everything else that is thrown is a bug or an outage and is shown as an id only.
 */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError';
  readonly code: UserFacingCode;

  constructor(code: UserFacingCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Stable: logs and scripts tell errors apart by it. */
export type UserFacingCode =
  | 'not-a-moderator'
  | 'no-readable-article'
  | 'unusable-arguments'
  | 'unusable-models'
  | 'unusable-settings'
  | 'not-registered'
  | 'bad-token'
  | 'intents-refused';
