import { type Client, ShardClientUtil } from 'discord.js';

/** Whether this process hears of the server: with several shards in several processes, others hear of the rest. */
export function servesGuild({ ws, options }: Client, guildId: string): boolean {
  const { shardCount = 1 } = options;
  return shardCount === 1 || ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, shardCount));
}

/** In how many servers the bot is; null where other processes serve some of them. */
export function countGuilds({ guilds, ws, options }: Client): number | null {
  const { shardCount = 1 } = options;
  // Those that are out of order for the moment count: they are in the cache too.
  return ws.shards.size === shardCount ? guilds.cache.size : null;
}
