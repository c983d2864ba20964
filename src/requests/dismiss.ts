import { type Owner, type Requester, requireOwn } from './requester.ts';

export interface DismissRequest extends Owner {
  readonly requester: Requester;
  /** Takes the answer away from where it is shown. */
  readonly takeAway: () => Promise<void>;
}

/**
 * Takes an answer away: for who asked or shared it, or a moderator.
 *
 * @throws {UserFacingError} `not-yours`
 */
export async function dismiss({ requester, takeAway, ...owner }: DismissRequest): Promise<void> {
  requireOwn(requester, owner);
  await takeAway();
}
