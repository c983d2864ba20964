/** @see https://docs.discord.com/developers/topics/permissions */
export const permission = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewAuditLog: 1n << 7n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  useApplicationCommands: 1n << 31n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** What everybody may do, the bot included, where a test says nothing else. */
export const memberBits =
  permission.addReactions |
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readMessageHistory |
  permission.useApplicationCommands |
  permission.sendMessagesInThreads;

/** Discord resolves an administrator's permissions to all bits. */
export const everyBit = (1n << 53n) - 1n;

/**
 * What an app may do in private channels and in servers that it has not been added to.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export const visitorBits = permission.attachFiles | permission.embedLinks | permission.mentionEveryone;

/** What a channel's permission overwrite for the bot gives and takes. */
export interface Overwrite {
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** A permission set after the overwrite; what is allowed wins over what is denied. */
export function applyOverwrite(bits: bigint, { allow = 0n, deny = 0n }: Overwrite): bigint {
  return (bits & ~deny) | allow;
}
