import { type Client, ShardClientUtil, Status } from 'discord.js';
import type { ShardReading } from '../../monitoring/measures.ts';

/** Reads the state of each connection of this process, whether they belong to one client or to several. */
export function readShards(clients: readonly Client[]): readonly ShardReading[] {
  return clients.flatMap((client) => {
    const { shards = [] } = client.options;
    const ids = typeof shards === 'object' ? shards : client.ws.shards.map(({ id }) => id);
    return ids.map((shard) => readShard(client, shard));
  });
}

function readShard(client: Client, shard: number): ShardReading {
  const found = client.ws.shards.get(shard);
  const { shardCount = 1 } = client.options;
  const isOfShard = (guildId: string): boolean =>
    shardCount === 1 || ShardClientUtil.shardIdForGuildId(guildId, shardCount) === shard;
  return {
    shard,
    shardCount,
    // Until all connections of a client are ready, it holds every event back.
    state: found === undefined || !client.isReady() ? 'connecting' : describeStatus(found.status),
    serverCount: client.guilds.cache.filter((_, id) => isOfShard(id)).size,
    pingMs: found === undefined || found.ping < 0 ? null : found.ping,
  };
}

function describeStatus(status: Status): ShardReading['state'] {
  switch (status) {
    case Status.Ready:
      return 'ready';
    case Status.Disconnected:
      return 'disconnected';
    case Status.Reconnecting:
    case Status.Resuming:
      return 'reconnecting';
    default:
      return 'connecting';
  }
}
