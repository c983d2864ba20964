import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { Coalescer } from '../../../kit/serial-work.ts';
import type { Retention } from '../../../requests/starting/retention.ts';
import { createAskerAccess } from '../../kit/channels/reader-access.ts';
import type { BotContext } from '../../kit/context.ts';
import type { Ending } from '../../kit/failures.ts';
import type { RunningShard } from '../../kit/shards.ts';
import type { Monitoring } from '../../monitoring/start-monitoring.ts';
import { createModerationLog } from '../../notifications/moderation-log.ts';
import { notifyNewlyAnsweredEverywhere } from '../../notifications/notify-askers.ts';
import { answerServers } from './answer-servers.ts';
import { type ConnectionSettings, createClient, forgetDirectChannelsHourly } from './client.ts';
import { awaitConnectionEnding, awaitLoginFailure, closeConnection, closeGateway } from './ending.ts';
import { PendingReplies } from './pending-replies.ts';

/** The collaborators that all shards of a process share. */
export type SharedContext = Omit<BotContext, 'askerAccess' | 'addLogLine'>;

/** One connection to the gateway, with all that answers the servers it serves. */
export interface Shard extends RunningShard {
  readonly id: number;
  /** Resolves when the shard is connected for the first time. */
  readonly ready: Promise<void>;
  /** Resolves with the reason when the connection ends for good by itself. */
  readonly ended: Promise<Ending>;
  /** Answers nothing new, and closes the connection: from then on another process may keep the shard. */
  stopListening(): Promise<void>;
  /** Finishes the replies under way, for four seconds at most. */
  finish(): Promise<void>;
}

export interface ShardSettings extends ConnectionSettings {
  readonly retention: Retention;
}

const FINISH_REPLIES_MS = 4000;
/** `destroy` may never settle while the client re-identifies. */
const DISCONNECT_MS = 500;

/** Connects a shard, and answers the members of its servers. */
export function openShard(
  settings: ShardSettings,
  {
    context: shared,
    monitoring,
  }: { readonly context: SharedContext; readonly monitoring: Pick<Monitoring, 'watch'> },
): Shard {
  const { id } = settings.shard;
  const log = shared.log.child({ shard: id });
  const client = createClient(settings);
  const pendingReplies = new PendingReplies((err) => log.error({ err }, 'not answered'));
  const moderationLog = createModerationLog({ ...shared, client, log }, (post) => pendingReplies.add(post));
  const context: BotContext = {
    ...shared,
    log,
    askerAccess: createAskerAccess(client),
    addLogLine: (guildId, line) => moderationLog.add(guildId, line),
  };
  const notifier = new Coalescer((signal) => notifyNewlyAnsweredEverywhere(client, { ...context, signal }));
  const watched = monitoring.watch(client);
  const stops = [
    ...answerServers(client, context, { pendingReplies, retention: settings.retention }),
    () => notifier.stop(),
    () => moderationLog.stop(),
    watched.stop,
    forgetDirectChannelsHourly(client),
  ];
  const login = client.login(settings.token);
  const shard: Shard = {
    id,
    client,
    ready: waitUntilReady(client),
    ended: Promise.race([awaitConnectionEnding(client), awaitLoginFailure(login), watched.silence]),
    notifyAskers: () => pendingReplies.add(notifier.trigger()),
    addWork: (work) => pendingReplies.add(work),
    async stopListening() {
      for (const stop of stops.splice(0)) stop();
      await Promise.race([closeGateway(client), delay(DISCONNECT_MS)]);
    },
    async finish() {
      await finish(client, pendingReplies, log);
      void closeAfter(login, client);
    },
  };
  // The articles may have changed meanwhile.
  client.once(Events.ClientReady, () => shard.notifyAskers());
  stops.push(shared.shards.add(shard));
  return shard;
}

/** Closes what a login has connected that was under way when its client was destroyed. */
async function closeAfter(login: Promise<unknown>, client: Client): Promise<void> {
  try {
    await login;
  } catch {
    // Nothing is connected.
    return;
  }
  await closeConnection(client);
}

function waitUntilReady(client: Client): Promise<void> {
  return new Promise((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
}

async function finish(client: Client, pendingReplies: PendingReplies, log: Logger): Promise<void> {
  const finished = pendingReplies.settle().then(() => true);
  const inTime = await Promise.race([finished, delay(FINISH_REPLIES_MS, false)]);
  if (!inTime) log.warn('left with replies under way');
  await Promise.race([client.destroy(), delay(DISCONNECT_MS)]);
}
