import { DAY_MS } from '../kit/time.ts';

/** Discord answers a heartbeat every 41 s, so a connection that is silent for so long is dead. */
export const SILENCE_MS = 4 * 60_000;

/** Call {@link SilenceWatch.findSilent} this often. */
export const SILENCE_LOOK_MS = 1_000;

/** Finds connections of which nothing is heard any more, neither an event nor the answer to a heartbeat nor a try to reconnect. */
export class SilenceWatch {
  readonly #nowMs: () => number;
  readonly #heard = new Map<number, { atMs: number; isSuspect: boolean }>();

  /** @param nowMs milliseconds of a monotonic clock */
  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Notes that something was heard of a connection. It is watched from the first time on. */
  hear(shard: number): void {
    this.#heard.set(shard, { atMs: this.#nowMs(), isSuspect: false });
  }

  /** Notes the same of a connection that is watched already; does nothing for others. */
  hearAgain(shard: number): void {
    if (this.#heard.has(shard)) this.hear(shard);
  }

  /**
   * Returns a connection that was silent for {@link SILENCE_MS} at this call and at the one before, or null. After the process itself stood
   * still, what came meanwhile is heard between the two.
   */
  findSilent(): { readonly shard: number; readonly silentMs: number } | null {
    const now = this.#nowMs();
    for (const [shard, heard] of this.#heard) {
      const silentMs = now - heard.atMs;
      if (silentMs < SILENCE_MS) continue;
      if (heard.isSuspect) return { shard, silentMs };
      heard.isSuspect = true;
    }
    return null;
  }
}

/** Discord allows 1,000 new sessions a day; half of them are left for everything else. */
const SESSIONS_A_DAY = 500;

/**
 * Returns how long a process has to run before it may end because of a silent connection. All processes together then start no more than
 * 500 sessions a day because of silence.
 *
 * @param shardCount the number of connections of all processes together
 * @see https://docs.discord.com/developers/events/gateway#session-start-limit-object
 */
export function computeLeastUptimeMs(shardCount: number): number {
  return (shardCount * DAY_MS) / SESSIONS_A_DAY;
}
