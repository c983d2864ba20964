import { type Client, ShardClientUtil } from 'discord.js';

/** Returns whether this client receives the events of the server; other shards receive those of other servers. */
export function handlesServer({ ws, options }: Client, guildId: string): boolean {
  const { shardCount = 1 } = options;
  return shardCount === 1 || ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, shardCount));
}

/** A connection of this process to the gateway. */
export interface RunningShard {
  readonly client: Client;
  /** Notifies the waiting askers of its servers whose questions the articles now answer. */
  notifyAskers(): void;
  /** Adds work that a stop of the shard waits for. */
  addWork(work: Promise<void>): void;
}

/** The shards that this process keeps at the moment, each with a client of its own. */
export class RunningShards {
  readonly #shards = new Set<RunningShard>();

  /** Adds a shard. Returns the function that removes it. */
  add(shard: RunningShard): () => void {
    this.#shards.add(shard);
    return () => void this.#shards.delete(shard);
  }

  list(): readonly RunningShard[] {
    return [...this.#shards];
  }

  /** Returns the shard that receives the events of the server, or null if another process keeps it. */
  find(guildId: string): RunningShard | null {
    return this.list().find(({ client }) => handlesServer(client, guildId)) ?? null;
  }

  /**
   * Returns how many servers use the bot, or null if that is unknown, as when other processes handle some of them. The server `guildId` counts even when it has only
   * the commands and not the bot. Unavailable servers count too: discord.js caches them. Until all shards are connected, nobody knows.
   */
  countServers(guildId: string | null): number | null {
    const clients = this.list().map(({ client }) => client);
    const shardCount = clients[0]?.options.shardCount ?? 1;
    if (clients.length < shardCount || !clients.every((client) => client.isReady())) return null;
    const known = new Set(clients.flatMap(({ guilds }) => [...guilds.cache.keys()]));
    return known.size + (guildId === null || known.has(guildId) ? 0 : 1);
  }
}
