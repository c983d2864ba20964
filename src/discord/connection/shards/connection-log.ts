import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';

interface ConnectionLogOptions {
  /** Names the shard in each line. */
  readonly log: Logger;
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
}

/**
 * Logs the state of the connection, with growing pauses during an outage. Call the returned function before leaving, which is no
 * outage.
 */
export function logConnection(client: Client, { log, nowMs }: ConnectionLogOptions): () => void {
  const outages = new Outages(nowMs);
  let isLeaving = false;
  client.on(Events.ClientReady, ({ user }) => log.info({ as: user.tag }, 'connected'));
  client.on(Events.ShardReconnecting, (shard) => {
    const tries = isLeaving ? null : outages.countTry(shard);
    if (tries !== null) log.warn({ tries }, 'connection lost: reconnecting');
  });
  client.on(Events.ShardReady, (shard) => outages.end(shard));
  client.on(Events.ShardResume, (shard, replayed) => {
    outages.end(shard);
    log.info({ replayed }, 'connection resumed');
  });
  client.on(Events.ShardError, (err, shard) => {
    if (!outages.isLogged(shard)) log.warn({ err }, 'connection error');
  });
  client.on(Events.Error, (err) => log.error({ err }, 'client error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.rest.on('rateLimited', ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'));
  return () => {
    isLeaving = true;
  };
}

interface Outage {
  tries: number;
  pauseMs: number;
  nextMs: number;
}

/** The pause between two lines doubles from the first value up to the longest. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** Decides which tries to reconnect are logged: discord.js makes two a second. */
export class Outages {
  readonly #nowMs: () => number;
  readonly #byShard = new Map<number, Outage>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Counts a try of a shard. Returns the number of tries since the shard was lost, or null if the last line is too recent. */
  countTry(shard: number): number | null {
    const now = this.#nowMs();
    const outage = this.#byShard.get(shard) ?? { tries: 0, pauseMs: FIRST_PAUSE_MS, nextMs: now };
    this.#byShard.set(shard, outage);
    outage.tries += 1;
    if (now < outage.nextMs) return null;
    outage.nextMs = now + outage.pauseMs;
    outage.pauseMs = Math.min(2 * outage.pauseMs, LONGEST_PAUSE_MS);
    return outage.tries;
  }

  /** Returns whether the log already says that the shard is lost. */
  isLogged(shard: number): boolean {
    return this.#byShard.has(shard);
  }

  end(shard: number): void {
    this.#byShard.delete(shard);
  }
}
