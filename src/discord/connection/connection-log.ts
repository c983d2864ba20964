import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';

interface ConnectionLogOptions {
  readonly log: Logger;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number;
}

/** Logs how the connection fares, an outage with growing pauses, until the returned function is called: leaving is no outage. */
export function logConnection(client: Client, { log, nowMs }: ConnectionLogOptions): () => void {
  const outages = new Outages(nowMs);
  let isLeaving = false;
  client.on(Events.ClientReady, ({ user }) => log.info({ as: user.tag }, 'connected'));
  client.on(Events.ShardReconnecting, (shard) => {
    const tries = isLeaving ? null : outages.countTry(shard);
    if (tries !== null) log.warn({ shard, tries }, 'connection lost: reconnecting');
  });
  client.on(Events.ShardReady, (shard) => outages.end(shard));
  client.on(Events.ShardResume, (shard, replayed) => {
    outages.end(shard);
    log.info({ shard, replayed }, 'connection resumed');
  });
  client.on(Events.ShardError, (err, shard) => {
    if (!outages.isLogged(shard)) log.warn({ err, shard }, 'connection error');
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

/** The pause between two lines doubles from the first to the longest. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;

/** Tells which tries to reconnect are worth a line: discord.js makes two a second. */
export class Outages {
  readonly #nowMs: () => number;
  readonly #byShard = new Map<number, Outage>();

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** How often that shard has tried since it was lost; null where the last line is not long enough ago. */
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

  /** Whether a line has told already that the shard is lost. */
  isLogged(shard: number): boolean {
    return this.#byShard.has(shard);
  }

  end(shard: number): void {
    this.#byShard.delete(shard);
  }
}
