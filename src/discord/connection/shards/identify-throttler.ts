import { setTimeout as delay } from 'node:timers/promises';
import type { ClientOptions } from 'discord.js';
import {
  type Coordination,
  createProcessCoordination,
  type HeldLock,
} from '../../../store/kit/coordination.ts';
import { StoreError } from '../../../store/kit/store-error.ts';

type BuildThrottler = NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>;

/** How many milliseconds pass between two shards of one bucket: Discord wants five seconds by its clock, and the rest allows for one that arrives late. */
export const IDENTIFY_PAUSE_MS = 5_500;
/** How often a shard that waits for its turn looks for it. */
const LOOK_MS = 200;

/**
 * Creates the builder of a throttler that lets the shards of all processes together identify as fast as Discord allows: those of one bucket
 * (`shard id mod max_concurrency`) once in five seconds. A shard that identifies holds the lock of its bucket for that time. While the
 * database does not answer, only the shards of this process wait for each other.
 *
 * @see https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
export function createIdentifyThrottler(coordination: Locks): BuildThrottler {
  const ofProcess = createProcessCoordination();
  return async (manager) => {
    const information = await manager.fetchGatewayInformation();
    const buckets = information.session_start_limit.max_concurrency;
    return {
      async waitForIdentify(shardId, signal) {
        const name = nameIdentifyLock(shardId, buckets);
        const locks = [await waitForLock(ofProcess, name, signal)];
        try {
          locks.push(await waitForLock(coordination, name, signal));
        } catch (error) {
          if (!(error instanceof StoreError)) {
            await locks[0]?.release();
            throw error;
          }
        }
        const release = (): void => {
          for (const lock of locks) void lock.release();
        };
        setTimeout(release, IDENTIFY_PAUSE_MS).unref();
      },
    };
  };
}

type Locks = Pick<Coordination, 'tryLock'>;

/** Rejects when the signal is aborted, as discord.js expects. */
async function waitForLock(locks: Locks, name: string, signal: AbortSignal): Promise<HeldLock> {
  for (;;) {
    const lock = await locks.tryLock(name);
    if (lock !== null) return lock;
    await delay(LOOK_MS, undefined, { signal });
  }
}

/** Names the lock of the bucket that a shard starts in. */
export function nameIdentifyLock(shardId: number, buckets: number): string {
  return `identify ${shardId % buckets}`;
}
