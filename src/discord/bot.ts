import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events, type Interaction, type Message } from 'discord.js';
import type { Logger } from 'pino';
import { readSmallHere } from '../knowledge/read-small-here.ts';
import { Conversations } from '../requests/conversations.ts';
import { Cooldown } from '../requests/cooldown.ts';
import { FolderWatch } from '../requests/folder-watch.ts';
import { GuildKnowledge } from '../requests/guild-knowledge.ts';
import type { OpenedStore } from '../requests/open-store.ts';
import { Phrasings } from '../requests/phrasings.ts';
import { type DoneRefresh, isUnchanged, Refreshes, type RefreshesOptions } from '../requests/refreshes.ts';
import type { Retention } from '../requests/retention.ts';
import type { ServedKnowledge } from '../requests/served-knowledge.ts';
import { Turns } from '../requests/turns.ts';
import { UserFacingError } from '../requests/user-facing-error.ts';
import type { StoreError } from '../store/store-error.ts';
import { type ConnectionSettings, createClient } from './client.ts';
import type { BotContext } from './context.ts';
import { firstEnding, loginEnding } from './ending.ts';
import type { Ending } from './failures.ts';
import { handleInteraction } from './interactions.ts';
import { createLog } from './log.ts';
import { tellRefresh } from './log-channels.ts';
import { handleMessage } from './messages.ts';
import { Passes } from './passes.ts';
import { describeProfile } from './profile.ts';
import { syncCommands } from './registration.ts';
import { RepliesUnderWay } from './replies-under-way.ts';
import { warnOfOtherProcesses } from './second-process.ts';
import { followServers } from './servers.ts';
import { tellNowKnownEverywhere } from './tell-askers.ts';

export interface BotSettings extends ConnectionSettings {
  /** Where commands are registered; null for everywhere. */
  readonly guildId: string | null;
  readonly logLevel: string;
  readonly retention: Retention;
  /** The servers whose moderators look after the articles of the folder; null where none is named. */
  readonly keeperGuildIds: readonly string[] | null;
  /** Whether the folder of articles is read again by itself when files in it change. */
  readonly autoRefresh: boolean;
}

/** What the bot answers from, and what it keeps. */
export interface BotParts extends OpenedStore {
  readonly knowledge: ServedKnowledge;
  /** How the articles that moderators add are read. */
  readonly readFiles: RefreshesOptions['readFiles'];
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
export async function runBot(settings: BotSettings, { problem, ...parts }: BotParts): Promise<number> {
  const log = createLog(settings.logLevel);
  if (problem !== null) log.error({ err: problem }, 'nothing is kept: answering goes on without');
  parts.store.troubles.follow(({ message, error }) => log.error({ err: error ?? undefined }, message));
  const stopWarning = warnOfOtherProcesses({ store: parts.store, log, newId, now: () => new Date() });
  const client = createClient(settings);
  const underWay = new RepliesUnderWay((err) => log.error({ err }, 'not answered'));
  const context = botContext({ ...settings, ...parts }, log, (done) => {
    logRefresh(done, log);
    underWay.add(tellRefresh({ client, ...context }, done));
    if (!isUnchanged(done.report)) underWay.add(nowKnown.ask());
  });
  const nowKnown = new Passes((signal) => tellNowKnownEverywhere(client, { ...context, signal }));
  await context.refreshes.start();
  const ended = firstEnding(client);
  const stopAnswering = answerMembers(client, context, underWay);
  const stopFollowing = followServers(client, context, settings.retention);
  followConnection(client, log);
  const watch = new FolderWatch({
    ...context,
    shared: parts.knowledge,
    nowMs,
    onFailed: failedToRefresh(log),
  });
  client.once(Events.ClientReady, () => {
    void register(client, settings, log);
    // The articles may have changed meanwhile.
    underWay.add(nowKnown.ask());
    if (settings.autoRefresh) watch.start();
  });
  const ending = await Promise.race([ended, loginEnding(client, settings.token)]);
  if (ending.kind === 'signal') log.info({ signal: ending.signal }, 'stopping');
  stopAnswering();
  stopFollowing();
  nowKnown.stop();
  underWay.add(watch.stop());
  await leave(client, underWay, log);
  await stopWarning();
  await parts.store.close();
  return exitStatus(ending, log);
}

const newId = (): string => randomBytes(9).toString('base64url');
const nowMs = (): number => performance.now();

function botContext(
  {
    knowledge: shared,
    store,
    readFiles,
    keeperGuildIds,
  }: Omit<BotParts, 'problem'> & Pick<BotSettings, 'keeperGuildIds'>,
  log: Logger,
  onDone: RefreshesOptions['onDone'],
): BotContext {
  const onNotKept = (err: StoreError): void => log.error({ err }, 'not kept');
  return {
    store,
    readFiles,
    keeperGuildIds,
    log,
    refreshes: new Refreshes({
      shared,
      store,
      readFiles,
      newId,
      onNotKept,
      onDone,
    }),
    knowledge: new GuildKnowledge({
      shared,
      store,
      read: (files) => readSmallHere(files, readFiles),
      now: () => new Date(),
      onNotKept,
      onReadingTooLong: (err, guildId) => log.error({ err, guildId }, 'own articles not read'),
    }),
    conversations: new Conversations({ nowMs }),
    cooldown: new Cooldown({ nowMs }),
    callCooldown: new Cooldown({ nowMs }),
    phrasings: new Phrasings({ store, nowMs }),
    turns: new Turns(),
    onNotKept,
    now: Date.now,
    newErrorId: () => randomBytes(4).toString('hex'),
  };
}

function logRefresh({ cause, report }: DoneRefresh, log: Logger): void {
  const { articleCount, factCount, problems } = report;
  log.info({ cause, articleCount, factCount, problems: problems.length }, 'refreshed');
}

function failedToRefresh(log: Logger): (error: unknown) => void {
  return (err) => {
    if (err instanceof UserFacingError) log.warn({ err }, 'files changed, but were not taken in');
    else log.error({ err }, 'the folder could not be looked at');
  };
}

function answerMembers(client: Client, context: BotContext, underWay: RepliesUnderWay): () => void {
  const answer = (interaction: Interaction): void => underWay.add(handleInteraction(interaction, context));
  const answerMessage = (message: Message): void => underWay.add(handleMessage(message, context));
  client.on(Events.InteractionCreate, answer);
  client.on(Events.MessageCreate, answerMessage);
  return () => {
    client.off(Events.InteractionCreate, answer);
    client.off(Events.MessageCreate, answerMessage);
  };
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
    log.info({ result, profile: await describeProfile(client.rest) }, 'commands registered');
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
