import { type Client, ShardClientUtil } from 'discord.js';

/** Whether this process hears of the server: with several shards in several processes, others hear of the rest. */
export function handlesServer({ ws, options }: Client, guildId: string): boolean {
  const { shardCount = 1 } = options;
  return shardCount === 1 || ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, shardCount));
}

/**
 * How many servers use the bot; null where this process cannot know, since others serve some of them. A server that has the commands
 * without the bot counts too, once it is `guildId`. Unavailable servers count: discord.js caches them.
 */
export function countServers({ guilds, ws, options }: Client, guildId: string | null): number | null {
  if (ws.shards.size < (options.shardCount ?? 1)) return null;
  return guilds.cache.size + (guildId === null || guilds.cache.has(guildId) ? 0 : 1);
}
