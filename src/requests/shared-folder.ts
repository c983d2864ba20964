import { refused } from './user-facing-error.ts';

/** The folder's articles answer in all servers: what decides whose moderators look after them. */
export interface SharedFolder {
  /** The servers whose moderators do; null where whoever runs the bot has named none. */
  readonly keeperGuildIds: readonly string[] | null;
  /** In how many servers the bot is; null where this process cannot know, since others serve some of them. */
  readonly serverCount: number | null;
}

interface Seen {
  /** Null outside servers. */
  readonly guildId: string | null;
  readonly folder: SharedFolder;
}

/**
 * Where servers are named, only they may have the folder read, or something else served in all servers. Where none is, all may have it read:
 * what it holds is what whoever runs the bot wants to be served.
 *
 * @throws {UserFacingError} `shared-folder`
 */
export function requireKeeper({ guildId, folder: { keeperGuildIds } }: Seen): void {
  if (keeperGuildIds === null) return;
  if (guildId === null || !keeperGuildIds.includes(guildId))
    throw refused({ kind: 'shared-folder', guildId: guildId ?? '?' });
}

/**
 * To go back is to serve something else than the folder holds: unless servers are named, that is for the only one there is.
 *
 * @throws {UserFacingError} `shared-folder`
 */
export function requireKeeperToGoBack(seen: Seen): void {
  const { guildId, folder } = seen;
  requireKeeper(seen);
  const isOnlyOne = folder.serverCount !== null && folder.serverCount <= 1;
  if (folder.keeperGuildIds === null && !isOnlyOne)
    throw refused({ kind: 'shared-folder', guildId: guildId ?? '?' });
}
