import { setTimeout as delay } from 'node:timers/promises';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import type { Shards } from '../../../settings/shards.ts';
import type { Store } from '../../../store/open-store.ts';
import type { Ending } from '../../kit/failures.ts';
import type { Monitoring } from '../../monitoring/start-monitoring.ts';
import { createIdentifyThrottler } from './identify-throttler.ts';
import { readGateway } from './read-gateway.ts';
import { registerConnected } from './register-commands.ts';
import { openShard, type Shard, type ShardSettings, type SharedContext } from './shard.ts';
import { nameShardLock, ShardHolder } from './shard-holder.ts';

export interface ShardHolderSettings extends Omit<ShardSettings, 'shard' | 'buildIdentifyThrottler'> {
  readonly shards: Shards;
  /** The server to register the commands in; null to register them everywhere. */
  readonly guildId: string | null;
}

/** The holder of this process's shards, or why there is none. */
type OpenedShardHolder = { readonly kind: 'holder'; readonly holder: ShardHolder } | Ending;

/**
 * Creates the holder of this process's shards. Resolves with an ending instead where Discord does not say how many there are, or the running
 * processes have another number.
 */
export async function openShardHolder(
  settings: ShardHolderSettings,
  {
    context,
    monitoring,
  }: { readonly context: SharedContext; readonly monitoring: Pick<Monitoring, 'watch'> },
): Promise<OpenedShardHolder> {
  const { log, store, onStoreError, nowMs } = context;
  const { coordination } = store;
  const gateway = await readGateway(settings);
  if (gateway.kind !== 'gateway') return gateway;
  const { ids, count: wanted } = settings.shards;
  const { recommended, buckets } = gateway;
  const agree = () => agreeOnCount(store, wanted ?? recommended);
  const agreed = await nullOnStoreError(onStoreError, async () => {
    await coordination.join();
    return agree();
  });
  const count = agreed ?? wanted ?? recommended;
  if (wanted !== null && wanted !== count) return refuseCount(wanted, count);
  const buildIdentifyThrottler = createIdentifyThrottler(coordination);
  const register = createRegistration(settings, context);
  const holder = new ShardHolder({
    coordination,
    ids: ids === 'auto' ? Array.from({ length: count }, (_, id) => id) : ids,
    keepsAll: ids !== 'auto',
    count,
    confirmCount: agree,
    buckets,
    log,
    nowMs,
    pause,
    open(id) {
      const shard = openShard(
        { ...settings, shard: { id, count }, buildIdentifyThrottler },
        { context, monitoring },
      );
      void register(shard);
      return shard;
    },
  });
  return { kind: 'holder', holder };
}

/** Returns the number of shards that all processes have: the proposed one, unless a process keeps a shard of another number. */
async function agreeOnCount(
  { agreements, coordination }: Pick<Store, 'agreements' | 'coordination'>,
  proposed: number,
): Promise<number> {
  const agree = async (isUnused: boolean): Promise<number> =>
    Number(await agreements.agree('shard count', String(proposed), { isUnused }));
  const agreed = await agree(false);
  if (agreed === proposed) return agreed;
  const locks = Array.from({ length: agreed }, (_, id) => nameShardLock(id, agreed));
  const free = await coordination.listFree(locks);
  return free.length < locks.length ? agreed : agree(true);
}

function refuseCount(wanted: number, running: number): Ending {
  const message = `SHARD_COUNT is ${wanted}, but the processes that run with this database have ${running} shards. Give all the same number. To change it, stop them all first.`;
  return { kind: 'refused', error: new UserFacingError('unusable-settings', message) };
}

/** Creates the function that registers the commands once the first of the shards that it gets is connected. */
function createRegistration(
  settings: ShardHolderSettings,
  context: SharedContext,
): (shard: Shard) => Promise<void> {
  let isRegistered = false;
  return async ({ client, ready }) => {
    await ready;
    if (isRegistered) return;
    isRegistered = true;
    await registerConnected(client, settings, context);
  };
}

/** Resolves after some milliseconds, or when the signal is aborted. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal ? { signal } : {}).catch(() => {});
}
