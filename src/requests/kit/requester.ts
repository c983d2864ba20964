import { NO_ACCESS, type Readers } from '../../knowledge/article/limits.ts';
import { createRefusal } from './user-facing-error.ts';

/** A member who makes a request, with the permissions that decide whether they may. */
export interface Requester {
  readonly memberId: string;
  readonly isModerator: boolean;
  /** Whether the member may manage the server. */
  readonly managesServer: boolean;
  /**
   * What the tools of moderators show this member, to whoever else it is limited; unless given, and for members, no limited article.
   */
  readonly toolReaders?: Readers;
}

/** A request that a member makes in a server. */
export interface ServerRequest {
  readonly requester: Requester;
  readonly guildId: string;
}

/** The member that something belongs to, and how to write their name in a refusal. */
export interface Owner {
  readonly ownerId: string;
  readonly formatName: (memberId: string) => string;
}

/**
 * Refuses a member who neither owns the thing nor is a moderator.
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

/** Returns what the tools of moderators show to a member who uses them. */
export function getToolReaders({ isModerator, toolReaders }: Requester): Readers {
  return isModerator ? (toolReaders ?? NO_ACCESS) : NO_ACCESS;
}
