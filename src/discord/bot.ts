import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { ServedKnowledge } from '../requests/served-knowledge.ts';
import { type ConnectionSettings, createClient } from './client.ts';
import type { BotContext } from './context.ts';
import { firstEnding, loginEnding } from './ending.ts';
import type { Ending } from './failures.ts';
import { handleInteraction } from './interactions.ts';
import { createLog } from './log.ts';
import { syncCommands } from './registration.ts';
import { RepliesUnderWay } from './replies-under-way.ts';

export interface BotSettings extends ConnectionSettings {
  /** Where commands are registered; null for everywhere. */
  readonly guildId: string | null;
  readonly logLevel: string;
}

/** A stop takes 5 s at most: this long for the replies under way, the rest for the connection. */
const FINISH_REPLIES_MS = 4000;
/** `destroy` may never return while the client re-identifies. */
const DISCONNECT_MS = 500;

/**
 * Connects to Discord and answers until a signal or a failure ends it. Returns the process's exit status: 0 after
 * a signal, 1 after an outage that a restart may mend.
 *
 * @throws {UserFacingError} `bad-token`, `intents-refused`: starting again would not help
 */
export async function runBot(settings: BotSettings, knowledge: ServedKnowledge): Promise<number> {
  const log = createLog(settings.logLevel);
  const client = createClient(settings);
  const underWay = new RepliesUnderWay();
  const context = { knowledge, log, now: Date.now, newErrorId: () => randomBytes(4).toString('hex') };
  const ended = firstEnding(client);
  const stopAnswering = answerInteractions(client, context, underWay);
  followConnection(client, log);
  client.once(Events.ClientReady, () => void register(client, settings, log));
  const ending = await Promise.race([ended, loginEnding(client, settings.token)]);
  if (ending.kind === 'signal') log.info({ signal: ending.signal }, 'stopping');
  stopAnswering();
  await leave(client, underWay, log);
  return exitStatus(ending, log);
}

function answerInteractions(client: Client, context: BotContext, underWay: RepliesUnderWay): () => void {
  const answer = (interaction: Interaction): void => underWay.add(handleInteraction(interaction, context));
  client.on(Events.InteractionCreate, answer);
  return () => client.off(Events.InteractionCreate, answer);
}

function followConnection(client: Client, log: Logger): void {
  client.on(Events.ClientReady, ({ user }) => log.info({ as: user.tag }, 'connected'));
  client.on(Events.ShardReconnecting, (shard) => log.warn({ shard }, 'connection lost: reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'connection resumed'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'));
  client.on(Events.Error, (err) => log.error({ err }, 'client error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.rest.on('rateLimited', ({ route, timeToReset }) => log.warn({ route, timeToReset }, 'rate limited'));
}

/** Commands that could not be registered are no reason not to answer those that are there. */
async function register(client: Client, { guildId }: BotSettings, log: Logger): Promise<void> {
  try {
    const applicationId = client.application?.id ?? '';
    const result = await syncCommands(client.rest, { applicationId, guildId });
    log.info({ result }, 'commands registered');
  } catch (err) {
    log.error({ err, guildId }, 'commands not registered: try “npm run register”');
  }
}

async function leave(client: Client, underWay: RepliesUnderWay, log: Logger): Promise<void> {
  const finished = underWay.finished().then(() => true);
  const inTime = await Promise.race([finished, delay(FINISH_REPLIES_MS, false, { ref: false })]);
  if (!inTime) log.warn('left with replies under way');
  await Promise.race([client.destroy(), delay(DISCONNECT_MS, undefined, { ref: false })]);
}

function exitStatus(ending: Ending, log: Logger): number {
  switch (ending.kind) {
    case 'signal':
      log.info('stopped');
      return 0;
    case 'refused':
      throw ending.error;
    case 'outage':
      log.fatal({ err: ending.error }, 'ended by an outage; start again');
      return 1;
  }
}
