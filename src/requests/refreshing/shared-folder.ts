import { createRefusal } from '../kit/user-facing-error.ts';

/** The folder's articles answer in all servers: what decides whose moderators look after them. */
export interface SharedFolder {
  /** The servers whose moderators do; null where the operator has named none. */
  readonly maintainerGuildIds: readonly string[] | null;
  /** How many servers use the bot; null where this process cannot know, since others serve some of them. */
  readonly serverCount: number | null;
}

interface Seen {
  /** Null outside servers. */
  readonly guildId: string | null;
  readonly folder: SharedFolder;
}

/**
 * Whether the moderators of a server look after the folder: those of the servers that the operator has named, else those of the only
 * server there is.
 */
export function maintainsFolder({ guildId, folder: { maintainerGuildIds, serverCount } }: Seen): boolean {
  if (guildId === null) return false;
  return maintainerGuildIds === null ? serverCount === 1 : maintainerGuildIds.includes(guildId);
}

/** @throws {UserFacingError} `shared-folder` where the moderators of the server do not look after the folder */
export function requireFolderMaintainer(seen: Seen): void {
  if (!maintainsFolder(seen)) throw createRefusal({ kind: 'shared-folder', guildId: seen.guildId ?? '?' });
}
