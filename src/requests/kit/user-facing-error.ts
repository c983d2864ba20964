import { english } from '../../wording/kit/english.ts';
import type { Refusal } from '../../wording/kit/texts.ts';
import { describeRefusal } from '../../wording/refusals.ts';

/**
 * An error that the asker, a moderator or the operator can put right. Its message is safe to show as it
 * stands. Everything else that is thrown is a bug or an outage, and is shown as an id only.
 */
export class UserFacingError extends Error {
  override readonly name = 'UserFacingError';
  readonly code: UserFacingCode;
  /** The refusal, for front-ends that show it in another language than `message`. */
  readonly refusal: Refusal | null;

  constructor(
    code: UserFacingCode,
    message: string,
    { refusal = null, ...options }: ErrorOptions & { readonly refusal?: Refusal | null } = {},
  ) {
    super(message, options);
    this.code = code;
    this.refusal = refusal;
  }
}

/**
 * Creates the error for a request that a member may not make, or can no longer make. Its code is the
 * refusal's kind.
 */
export function createRefusal(refusal: Refusal, options?: ErrorOptions): UserFacingError {
  return new UserFacingError(refusal.kind, describeRefusal(refusal, english), { ...options, refusal });
}

/** Stable: logs and scripts tell errors apart by it. */
export type UserFacingCode =
  | Refusal['kind']
  | 'unusable-arguments'
  | 'unusable-settings'
  | 'unusable-store'
  | 'not-registered'
  | 'bad-token'
  | 'intents-refused'
  | 'shards-refused'
  | 'version-refused';
