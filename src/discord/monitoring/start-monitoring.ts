import { type Client, Events, ShardClientUtil, Status } from 'discord.js';
import { readErrorCode } from '../../kit/system.ts';
import { repeat, startTimer } from '../../kit/time.ts';
import { HealthWatch, LOOK_MS, StoreProbe } from '../../monitoring/health.ts';
import { createStateMetrics, type ShardReading } from '../../monitoring/measures.ts';
import { startMonitoringServer } from '../../monitoring/monitoring-server.ts';
import { createProcessMetrics } from '../../monitoring/process-metrics.ts';
import { buildInviteLink } from '../../settings/invite-link.ts';
import type { ShownLocation } from '../../store/kit/store-url.ts';
import type { BotContext } from '../kit/context.ts';
import type { Ending } from '../kit/failures.ts';
import { watchSilence } from './watch-silence.ts';

export interface MonitoringSettings extends SummarySettings {
  /** Where the health and the metrics are served, or null for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
}

interface MonitoringDeps extends Pick<BotContext, 'measures' | 'log' | 'store' | 'knowledge' | 'nowMs'> {
  /** Returns whether this process waits for shards that another one holds. It never does unless given. */
  readonly isStandingBy?: () => boolean;
  /** Returns how many milliseconds the shards of all processes may wait for their turns to identify; none unless given. */
  readonly identifyAllMs?: () => number;
}

/** A client that is watched. */
interface WatchedClient {
  /** Resolves when a connection has heard nothing for minutes, which only a new process puts right. */
  readonly silence: Promise<Ending>;
  /** Ends the watch over this client. */
  readonly stop: () => void;
}

/** What watches over the process. */
export interface Monitoring {
  /** Watches a client that is not connected yet. */
  readonly watch: (client: Client) => WatchedClient;
  /** Ends the watch over all clients, and serves nothing any more. */
  readonly stop: () => void;
}

/** Starts to watch over this process, and serves `/healthz` and `/metrics` where the operator asks for it. It never rejects. */
export async function startMonitoring(
  settings: MonitoringSettings,
  deps: MonitoringDeps,
): Promise<Monitoring> {
  const clients = new Set<Client>();
  const served = settings.metrics === null ? null : await serve(clients, settings, deps);
  let isLogged = false;
  const stops = new Map<Client, () => void>();
  const watch = (client: Client): WatchedClient => {
    clients.add(client);
    client.on(Events.ShardReconnecting, (shard) => deps.measures.countReconnect(shard));
    client.once(Events.ClientReady, (ready) => {
      if (!isLogged) logSummary(ready, settings, { ...deps, metricsAddress: served?.address ?? null });
      isLogged = true;
    });
    const silence = new Promise<Ending>((resolve) => {
      stops.set(client, watchSilence(client, { ...deps, repeat }, resolve));
    });
    const stop = (): void => {
      stops.get(client)?.();
      stops.delete(client);
      clients.delete(client);
    };
    return { silence, stop };
  };
  const stop = (): void => {
    for (const stopClient of stops.values()) stopClient();
    served?.stop();
  };
  return { watch, stop };
}

/** How many looks at the health pass between two looks at the store. */
const LOOKS_BETWEEN_PROBES = 10;

interface ServedMonitoring {
  readonly address: string;
  readonly stop: () => void;
}

/** Returns null for an address that cannot be used, after logging it: the bot answers without metrics. */
async function serve(
  clients: ReadonlySet<Client>,
  { metrics, version }: MonitoringSettings,
  deps: MonitoringDeps,
): Promise<ServedMonitoring | null> {
  const {
    measures,
    knowledge,
    store,
    log,
    nowMs,
    isStandingBy = () => false,
    identifyAllMs = () => 0,
  } = deps;
  const { host = '', port = 0 } = metrics ?? {};
  const probe = new StoreProbe(() => store.checkWritable(), startTimer);
  const state = { readShards: () => readShards([...clients]), readStoreProblem: () => probe.problem };
  const readServing = () => ({ ...knowledge.current, problemCount: knowledge.current.problems.length });
  const watch = new HealthWatch({ ...state, nowMs, isStandingBy, identifyAllMs });
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
    log.error(
      { err },
      `${words}; set METRICS_HOST to an address of this machine, and METRICS_PORT to a free port`,
    );
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

/** What only the start knows. */
interface SummarySettings {
  /** The version of Footnote. */
  readonly version: string;
  readonly storeLocation: ShownLocation;
}

interface SummaryDeps extends Pick<BotContext, 'log' | 'knowledge'> {
  /** Where the metrics are served, or null for nowhere. */
  readonly metricsAddress: string | null;
}

/** Logs in one line what runs where, and the link that adds the bot to a server. The client is connected. */
function logSummary(
  client: Client<true>,
  { version, storeLocation }: SummarySettings,
  { log, knowledge, metricsAddress }: SummaryDeps,
): void {
  const { articleCount, factCount, problems } = knowledge.current;
  const shards = readShards([client]);
  log.info(
    {
      version,
      node: process.versions.node,
      store: storeLocation,
      articles: articleCount,
      facts: factCount,
      problems: problems.length,
      servers: client.guilds.cache.size,
      shards: shards.map(({ shard }) => shard),
      shardCount: client.options.shardCount ?? 1,
      metrics: metricsAddress,
      invite: buildInviteLink(client.application.id),
    },
    'serving',
  );
}

/** Reads the state of each connection of this process, whether they belong to one client or to several. */
function readShards(clients: readonly Client[]): readonly ShardReading[] {
  return clients.flatMap((client) => {
    const { shards = [] } = client.options;
    const ids = typeof shards === 'object' ? shards : client.ws.shards.map(({ id }) => id);
    return ids.map((shard) => readShard(client, shard));
  });
}

function readShard(client: Client, shard: number): ShardReading {
  const found = client.ws.shards.get(shard);
  const { shardCount = 1 } = client.options;
  const isOfShard = (guildId: string): boolean =>
    shardCount === 1 || ShardClientUtil.shardIdForGuildId(guildId, shardCount) === shard;
  return {
    shard,
    shardCount,
    // Until all connections of a client are ready, it holds every event back.
    state: found === undefined || !client.isReady() ? 'connecting' : describeStatus(found.status),
    serverCount: client.guilds.cache.filter((_, id) => isOfShard(id)).size,
    pingMs: found === undefined || found.ping < 0 ? null : found.ping,
  };
}

function describeStatus(status: Status): ShardReading['state'] {
  switch (status) {
    case Status.Ready:
      return 'ready';
    case Status.Disconnected:
      return 'disconnected';
    case Status.Reconnecting:
    case Status.Resuming:
      return 'reconnecting';
    default:
      return 'connecting';
  }
}
