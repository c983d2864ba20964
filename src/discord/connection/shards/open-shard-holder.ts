import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, REST, Routes } from 'discord.js';
import { z } from 'zod';
import { nullOnStoreError } from '../../../requests/kit/store-errors.ts';
import { UserFacingError } from '../../../requests/kit/user-facing-error.ts';
import type { Shards } from '../../../settings/process-settings.ts';
import type { Store } from '../../../store/open-store.ts';
import { createBadTokenError, type Ending } from '../../kit/failures.ts';
import { buildRestOptions, type RestSettings } from '../../kit/rest.ts';
import type { Monitoring } from '../../monitoring/start-monitoring.ts';
import { createIdentifyThrottler } from './identify-throttler.ts';
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

/** What Discord says about the bot's connections. */
interface Gateway {
  readonly kind: 'gateway';
  /** The number of shards that Discord recommends, at least 1. */
  readonly recommended: number;
  /** How many shards may identify at the same time, at least 1. */
  readonly buckets: number;
}

/** @see https://docs.discord.com/developers/events/gateway#get-gateway-bot */
const gatewayShape = z.object({
  shards: z.number().int().positive(),
  session_start_limit: z.object({ max_concurrency: z.number().int().positive() }),
});

/** Asks Discord how many shards the bot should have. Resolves with the reason to end where Discord does not answer. */
async function readGateway({
  token,
  ...settings
}: RestSettings & { readonly token: string }): Promise<Gateway | Ending> {
  const rest = new REST(buildRestOptions(settings)).setToken(token);
  try {
    const { shards, session_start_limit: limit } = gatewayShape.parse(await rest.get(Routes.gatewayBot()));
    return { kind: 'gateway', recommended: shards, buckets: limit.max_concurrency };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401)
      return { kind: 'refused', error: createBadTokenError(error) };
    return { kind: 'outage', error };
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
