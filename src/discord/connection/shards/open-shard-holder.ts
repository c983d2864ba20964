import { setTimeout as delay } from 'node:timers/promises';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import type { Shards } from '../../../settings/shards.ts';
import type { Store } from '../../../store/open-store.ts';
import type { BotContext } from '../../kit/context.ts';
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

/** Creates what keeps this process's shards. Resolves with an ending instead where Discord does not say how many there are. */
export async function openShardHolder(
  settings: ShardHolderSettings,
  {
    context,
    monitoring,
  }: { readonly context: SharedContext; readonly monitoring: Pick<Monitoring, 'watch'> },
): Promise<ShardHolder | Ending> {
  const { log, store, onStoreError } = context;
  const { coordination } = store;
  const gateway = await readGateway(settings);
  if (gateway.kind !== 'gateway') return gateway;
  const count = settings.shards.count ?? (await agreeOnCount(store, gateway.recommended, onStoreError));
  const { ids } = settings.shards;
  const buildIdentifyThrottler = createIdentifyThrottler(coordination);
  let isRegistered = false;
  return new ShardHolder({
    coordination,
    ids: ids === 'auto' ? Array.from({ length: count }, (_, id) => id) : ids,
    keepsAll: ids !== 'auto',
    count,
    buckets: gateway.buckets,
    log,
    nowMs: context.nowMs,
    pause,
    open(id) {
      const shard = openShard(
        { ...settings, shard: { id, count }, buildIdentifyThrottler },
        { context, monitoring },
      );
      if (!isRegistered) void registerOnceReady(shard, settings, context);
      isRegistered = true;
      return shard;
    },
  });
}

/** Registers the commands when the first shard of the process is connected. */
async function registerOnceReady(
  { client, ready }: Shard,
  settings: ShardHolderSettings,
  context: SharedContext,
): Promise<void> {
  await ready;
  await registerConnected(client, settings, context);
}

/** Returns how many shards all processes together have: what Discord recommended when the first of them started. */
async function agreeOnCount(
  { agreements, coordination }: Pick<Store, 'agreements' | 'coordination'>,
  recommended: number,
  onStoreError: BotContext['onStoreError'],
): Promise<number> {
  const agreed = await nullOnStoreError(onStoreError, async () => {
    const isAlone = (await coordination.countProcesses()) === 1;
    return agreements.agree('shard count', String(recommended), { isAlone });
  });
  return Number(agreed ?? recommended);
}

/** Resolves after some milliseconds, or when the signal is aborted. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, signal ? { signal } : {}).catch(() => {});
}
