import { type Client, ShardClientUtil } from 'discord.js';

/** Returns whether this process receives the events of the server; with shards in several processes, others receive the rest. */
export function handlesServer({ ws, options }: Client, guildId: string): boolean {
  const { shardCount = 1 } = options;
  return shardCount === 1 || ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, shardCount));
}

/**
 * Returns how many servers use the bot, or null if other processes handle some of them. The server `guildId` counts even when it has only
 * the commands and not the bot. Unavailable servers count too: discord.js caches them.
 */
export function countServers({ guilds, ws, options }: Client, guildId: string | null): number | null {
  if (ws.shards.size < (options.shardCount ?? 1)) return null;
  return guilds.cache.size + (guildId === null || guilds.cache.has(guildId) ? 0 : 1);
}
