import { createRefusal } from './user-facing-error.ts';

/** Who wants something done, as far as it decides what they may. */
export interface Requester {
  readonly memberId: string;
  readonly isModerator: boolean;
  /** Whether they may manage the server. */
  readonly managesServer: boolean;
}

/** A request that a member makes in a server. */
export interface ServerRequest {
  readonly requester: Requester;
  readonly guildId: string;
}

/** Whose something is, and how they are called where a refusal will stand. */
export interface Owner {
  readonly ownerId: string;
  readonly formatName: (memberId: string) => string;
}

/**
 * What belongs to one member is for that one and for moderators.
 *
 * @throws {UserFacingError} `not-yours`
 */
export function requireOwn({ memberId, isModerator }: Requester, { ownerId, formatName }: Owner): void {
  if (memberId !== ownerId && !isModerator)
    throw createRefusal({ kind: 'not-yours', owner: formatName(ownerId) });
}

/** @throws {UserFacingError} `not-a-moderator` */
export function requireModerator({ isModerator }: Requester): void {
  if (!isModerator) throw createRefusal({ kind: 'not-a-moderator' });
}

/** @throws {UserFacingError} `not-a-manager` */
export function requireManager({ managesServer }: Requester): void {
  if (!managesServer) throw createRefusal({ kind: 'not-a-manager' });
}
