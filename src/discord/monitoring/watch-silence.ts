import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { computeLeastUptimeMs, SILENCE_LOOK_MS, SilenceWatch } from '../../monitoring/silence-watch.ts';
import type { Ending } from '../kit/failures.ts';

export interface SilenceOptions {
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** Milliseconds of a monotonic clock that began when the process did. */
  readonly nowMs: () => number;
  /** Calls back again and again, without keeping the process alive, until the returned function is called. */
  readonly repeat: (look: () => void, everyMs: number) => () => void;
}

/**
 * Watches a client for connections over which discord.js hears nothing, though it neither closes them nor tries again.
 * Calls `onSilent` once that lasts for minutes: the process should end then, and its supervisor starts it anew. While the process has not
 * run for long enough to start new sessions, the silence is only logged. Returns the function that ends the watch.
 */
export function watchSilence(
  client: Client,
  { log, nowMs, repeat }: SilenceOptions,
  onSilent: (ending: Ending) => void,
): () => void {
  const watch = new SilenceWatch(nowMs);
  const hearHeartbeats = listen(client, watch);
  let isTold = false;
  return repeat(() => {
    hearHeartbeats();
    const silent = watch.findSilent();
    if (silent === null) {
      isTold = false;
      return;
    }
    const { shard, silentMs } = silent;
    const facts = { shard, silentSeconds: Math.round(silentMs / 1000) };
    const mayEnd = nowMs() >= computeLeastUptimeMs(client.options.shardCount ?? 1);
    if (mayEnd) onSilent({ kind: 'outage', error: new Error(`shard ${shard} hears nothing from Discord`) });
    if (isTold) return;
    isTold = true;
    if (mayEnd) log.error(facts, 'nothing is heard from Discord: ending, to be started anew');
    else log.warn(facts, 'nothing is heard from Discord: waiting, as each start takes sessions of the day');
  }, SILENCE_LOOK_MS);
}

/** Tells the watch of all that is heard. Answers to heartbeats are no event: the returned function looks for them. */
function listen(client: Client, watch: SilenceWatch): () => void {
  const pings = new Map<number, number>();
  client.on(Events.ShardReady, (shard) => watch.hear(shard));
  client.on(Events.ShardResume, (shard) => watch.hearAgain(shard));
  client.on(Events.ShardReconnecting, (shard) => watch.hearAgain(shard));
  client.on(Events.ShardError, (_, shard) => watch.hearAgain(shard));
  client.on(Events.Raw, (_packet: unknown, shard: number) => watch.hearAgain(shard));
  return () => {
    for (const [id, { lastPingTimestamp }] of client.ws.shards) {
      if (pings.has(id) && pings.get(id) !== lastPingTimestamp) watch.hearAgain(id);
      pings.set(id, lastPingTimestamp);
    }
  };
}
