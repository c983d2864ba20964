/** Which of how many connections that share the guilds. */
export type Shard = readonly [id: number, count: number];

/**
 * Whether a shard serves the guild; what happens outside guilds is for the first.
 *
 * @see https://docs.discord.com/developers/events/gateway#sharding
 */
export function isServedByShard([id, count]: Shard, guildId: string | undefined): boolean {
  return guildId === undefined ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}
