import { setTimeout as delay } from 'node:timers/promises';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import type { Shards } from '../../../settings/shards.ts';
import type { Ending } from '../../kit/failures.ts';
import type { Monitoring } from '../../monitoring/start-monitoring.ts';
import { createIdentifyThrottler } from './identify-throttler.ts';
import { readGateway } from './read-gateway.ts';
import { registerConnected } from './register-commands.ts';
import { openShard, type Shard, type ShardSettings, type SharedContext } from './shard.ts';
import { ShardHolder } from './shard-holder.ts';

export interface ShardHolderSettings extends Omit<ShardSettings, 'shard' | 'buildIdentifyThrottler'> {
  readonly shards: Shards;
  /** The server to register the commands in; null to register them everywhere. */
  readonly guildId: string | null;
}

/** What keeps this process's shards, or why there is none. */
type OpenedShardHolder = { readonly kind: 'holder'; readonly holder: ShardHolder } | Ending;

/** Creates what keeps this process's shards. Resolves with an ending instead where Discord does not say how many there are. */
export async function openShardHolder(
  settings: ShardHolderSettings,
  {
    context,
    monitoring,
  }: { readonly context: SharedContext; readonly monitoring: Pick<Monitoring, 'watch'> },
): Promise<OpenedShardHolder> {
  const { log, store, onStoreError, nowMs } = context;
  const { coordination, agreements } = store;
  const gateway = await readGateway(settings);
  if (gateway.kind !== 'gateway') return gateway;
  const { ids, count: wanted } = settings.shards;
  const { recommended, buckets } = gateway;
  const agree = (options: { readonly isAlone: boolean }): Promise<string> =>
    agreements.agree('shard count', String(recommended), options);
  const agreed = await nullOnStoreError(onStoreError, async () => {
    await coordination.join();
    return wanted ?? Number(await agree({ isAlone: (await coordination.countProcesses()) === 1 }));
  });
  const count = agreed ?? wanted ?? recommended;
  const buildIdentifyThrottler = createIdentifyThrottler(coordination);
  const register = createRegistration(settings, context);
  const holder = new ShardHolder({
    coordination,
    ids: ids === 'auto' ? Array.from({ length: count }, (_, id) => id) : ids,
    keepsAll: ids !== 'auto',
    count,
    confirmCount: async () => wanted ?? Number(await agree({ isAlone: false })),
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
