import { type Client, Events } from 'discord.js';
import { readErrorCode } from '../../files/error-code.ts';
import { HealthWatch, LOOK_MS } from '../../monitoring/health.ts';
import { createStateMetrics } from '../../monitoring/measures.ts';
import { startMonitoringServer } from '../../monitoring/monitoring-server.ts';
import { createProcessMetrics } from '../../monitoring/process-metrics.ts';
import { StoreProbe } from '../../monitoring/store-probe.ts';
import type { BotContext } from '../kit/context.ts';
import type { Ending } from '../kit/failures.ts';
import { readShards } from './read-shards.ts';
import { watchSilence } from './watch-silence.ts';

export interface MonitoringSettings {
  /** Where the health and the metrics are served, or null for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** The version of Footnote. */
  readonly version: string;
}

type MonitoringDeps = Pick<BotContext, 'measures' | 'log' | 'store' | 'knowledge' | 'nowMs'>;

/** What watches over the process. */
export interface Monitoring {
  /** Where health and metrics are served, or null where they are not. */
  readonly address: string | null;
  /** Resolves when a connection has heard nothing for minutes, which only a new process puts right. */
  readonly silence: Promise<Ending>;
  readonly stop: () => void;
}

/**
 * Watches the clients of this process, and serves `/healthz` and `/metrics` where the operator asks for it. It never rejects.
 *
 * @param isStandingBy whether this process waits for shards that another one holds; it never does unless given
 */
export async function startMonitoring(
  clients: readonly Client[],
  settings: MonitoringSettings,
  deps: MonitoringDeps & { readonly isStandingBy?: () => boolean },
): Promise<Monitoring> {
  const stops: (() => void)[] = [];
  const silence = new Promise<Ending>((resolve) => {
    for (const client of clients) stops.push(watchSilence(client, { ...deps, repeat }, resolve));
  });
  for (const client of clients)
    client.on(Events.ShardReconnecting, (shard) => deps.measures.countReconnect(shard));
  const served = settings.metrics === null ? null : await serve(clients, settings, deps);
  if (served !== null) stops.push(served.stop);
  const stop = (): void => {
    for (const each of stops) each();
  };
  return { address: served?.address ?? null, silence, stop };
}

/** How many looks at the health pass between two looks at the store. */
const LOOKS_BETWEEN_PROBES = 10;

/** Returns null for an address that cannot be used, after logging it: the bot answers without metrics. */
async function serve(
  clients: readonly Client[],
  { metrics, version }: MonitoringSettings,
  deps: MonitoringDeps & { readonly isStandingBy?: () => boolean },
): Promise<Pick<Monitoring, 'address' | 'stop'> | null> {
  const { measures, knowledge, store, log, nowMs, isStandingBy = () => false } = deps;
  const { host = '', port = 0 } = metrics ?? {};
  const probe = new StoreProbe(() => store.forgetting.listLeftBefore(0), startTimer);
  const state = { readShards: () => readShards(clients), isStoreReachable: () => probe.isReachable };
  const readServing = () => ({ ...knowledge.current, problemCount: knowledge.current.problems.length });
  const watch = new HealthWatch({ ...state, nowMs, isStandingBy });
  const ofProcess = createProcessMetrics(version);
  try {
    const { server, address } = await startMonitoringServer({
      host,
      port,
      readHealth: () => watch.read(),
      metrics: [...measures.metrics, ...createStateMetrics({ ...state, readServing }), ...ofProcess.metrics],
    });
    log.info({ address }, 'metrics served');
    const stopLooking = lookRegularly(watch, probe);
    const stop = (): void => {
      stopLooking();
      ofProcess.stop();
      server.close();
      server.closeAllConnections();
    };
    return { address, stop };
  } catch (err) {
    ofProcess.stop();
    const words = `metrics not served: ${host}:${port} cannot be used (${readErrorCode(err)})`;
    log.error({ err }, `${words}; set METRICS_PORT and METRICS_HOST to a free address`);
    return null;
  }
}

function lookRegularly(watch: HealthWatch, probe: StoreProbe): () => void {
  let looks = 0;
  const look = (): void => {
    watch.look();
    if (looks % LOOKS_BETWEEN_PROBES === 0) void probe.look();
    looks++;
  };
  look();
  return repeat(look, LOOK_MS);
}

function repeat(look: () => void, everyMs: number): () => void {
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}

function startTimer(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs).unref();
  return () => clearTimeout(timer);
}
