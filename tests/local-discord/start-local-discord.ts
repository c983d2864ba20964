import { createServer, type Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { Faults } from './faults.ts';
import { Gateway, type GatewayOptions } from './gateway/gateway.ts';
import { DEFAULT_GUILDS, LocalDiscord } from './local-discord.ts';
import { RequestLog } from './request-log.ts';
import { createApplicationRoutes } from './rest/application-routes.ts';
import { callbackRoutes } from './rest/callback-routes.ts';
import { channelRoutes } from './rest/channel-routes.ts';
import { commandRoutes } from './rest/command-routes.ts';
import { fileRoutes } from './rest/file-routes.ts';
import { messageRoutes } from './rest/message-routes.ts';
import { reactionRoutes } from './rest/reaction-routes.ts';
import { createRestListener } from './rest/rest-server.ts';
import { webhookRoutes } from './rest/webhook-routes.ts';
import type { GuildSpec } from './world/guilds.ts';
import { makeWorld } from './world/make-world.ts';
import type { World } from './world/world.ts';

/** How the local Discord is set up; every field has a default. */
export interface LocalDiscordOptions {
  /** The one bot token that is taken. */
  readonly token?: string;
  /** Guilds with the bot in them; two when absent. */
  readonly guilds?: readonly GuildSpec[];
  /** The clock of ids and deadlines, in milliseconds since 1970; `Date.now` when absent. */
  readonly now?: () => number;
  /** 41,250 as on Discord when absent. */
  readonly heartbeatIntervalMs?: number;
  /** Refused when absent, as for a fresh application: IDENTIFY with such an intent is closed with 4014. */
  readonly privilegedIntents?: GatewayOptions['privilegedIntents'];
  /** How many shards `/gateway/bot` recommends; one when absent. */
  readonly recommendedShards?: number;
  /** How many shards may identify at a time; one when absent. */
  readonly maxConcurrency?: number;
  /** How long those of a bucket must wait for each other: 5,000 on Discord, and no time when absent, so that tests may restart a bot. */
  readonly identifyEveryMs?: number;
}

/** The token that is taken when none is named. */
const DEFAULT_TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAw.Glocal.not-a-secret-used-by-tests-only';

/**
 * Starts a REST server and a gateway on a free port of 127.0.0.1 that answer like Discord.
 * Stop it with `stop()`.
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const server = createServer();
  const port = await listen(server);
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;
  const { heartbeatIntervalMs = 41_250, privilegedIntents = 'refused' } = options;
  const { recommendedShards = 1, maxConcurrency = 1, identifyEveryMs = 0 } = options;
  const gateway = new Gateway(
    { heartbeatIntervalMs, privilegedIntents, identifyEveryMs, maxConcurrency },
    gatewayUrl,
  );
  const world = makeWorld({
    token: options.token ?? DEFAULT_TOKEN,
    origin: `http://127.0.0.1:${port}`,
    guilds: options.guilds ?? DEFAULT_GUILDS,
    mayReadContent: privilegedIntents === 'granted',
    now: options.now ?? Date.now,
    dispatch: (event) => gateway.dispatch(event),
  });
  const faults = new Faults(gateway);
  const log = new RequestLog();
  const routes = [
    ...callbackRoutes,
    ...webhookRoutes,
    ...channelRoutes,
    ...messageRoutes,
    ...reactionRoutes,
    ...commandRoutes,
    ...createApplicationRoutes(gatewayUrl, { recommendedShards, maxConcurrency }),
    ...fileRoutes,
  ];
  server.on(
    'request',
    createRestListener({ world, faults, routes, onAnswered: (record) => log.add(record) }),
  );
  const sockets = acceptSockets(server, gateway, world);
  return new LocalDiscord({ server, sockets, port, gateway, world, faults, log });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
    });
  });
}

function acceptSockets(server: Server, gateway: Gateway, world: World): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (webSocket) => gateway.accept(webSocket, world));
  });
  return sockets;
}
