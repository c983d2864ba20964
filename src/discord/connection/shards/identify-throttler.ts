import { setTimeout as delay } from 'node:timers/promises';
import type { ClientOptions } from 'discord.js';
import type { Coordination, HeldLock } from '../../../store/kit/coordination.ts';
import { StoreError } from '../../../store/kit/store-error.ts';

type BuildThrottler = NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>;
type IdentifyThrottler = Awaited<ReturnType<BuildThrottler>>;

/** Shards of one bucket may identify once in five seconds, by Discord's clock; the rest is for what takes longer on its way than the one before. */
const PAUSE_MS = 5_500;
/** How often a shard that waits for its turn looks for it. */
const LOOK_MS = 200;

/**
 * Creates the builder of a throttler that lets the shards of all processes together identify as fast as Discord allows: those of one bucket
 * (`shard id mod max_concurrency`) once in five seconds. Whoever identifies holds the lock of the bucket for that time. While the database
 * does not answer, only the shards of this process wait for each other.
 *
 * @see https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
export function createIdentifyThrottler(coordination: Pick<Coordination, 'tryLock'>): BuildThrottler {
  return async (manager) => {
    const information = await manager.fetchGatewayInformation();
    const buckets = information.session_start_limit.max_concurrency;
    return new LockThrottler(coordination, buckets);
  };
}

class LockThrottler implements IdentifyThrottler {
  readonly #coordination: Pick<Coordination, 'tryLock'>;
  readonly #buckets: number;

  constructor(coordination: Pick<Coordination, 'tryLock'>, buckets: number) {
    this.#coordination = coordination;
    this.#buckets = buckets;
  }

  /** Resolves when the shard may identify. Rejects when the signal is aborted, as discord.js expects. */
  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const name = nameIdentifyLock(shardId, this.#buckets);
    const lock = await this.#waitForLock(name, signal);
    setTimeout(() => void lock?.release(), PAUSE_MS).unref();
  }

  async #waitForLock(name: string, signal: AbortSignal): Promise<HeldLock | null> {
    for (;;) {
      try {
        const lock = await this.#coordination.tryLock(name);
        if (lock !== null) return lock;
        await delay(LOOK_MS, undefined, { signal });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        await delay(PAUSE_MS, undefined, { signal });
        return null;
      }
    }
  }
}

/** Names the lock of the bucket that a shard starts in. */
export function nameIdentifyLock(shardId: number, buckets: number): string {
  return `identify ${shardId % buckets}`;
}
