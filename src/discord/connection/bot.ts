import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events, type Interaction, type Message } from 'discord.js';
import type { Logger } from 'pino';
import { Conversations } from '../../requests/asking/conversations.ts';
import { Cooldown } from '../../requests/kit/cooldown.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { FolderWatch } from '../../requests/refreshing/folder-watch.ts';
import { Refreshes, type RefreshResult } from '../../requests/refreshing/refreshes.ts';
import type { OpenedKnowledge, OpenKnowledgeOptions } from '../../requests/starting/open-knowledge.ts';
import type { OpenedStore } from '../../requests/starting/open-store.ts';
import type { Retention } from '../../requests/starting/retention.ts';
import { isUnchanged } from '../../serving/base/base-report.ts';
import type { JobOverrun } from '../../serving/guard.ts';
import { OverlayContents } from '../../serving/overlay-contents.ts';
import { Phrasings } from '../../serving/phrasings.ts';
import { KeyedLock } from '../../threads/keyed-lock.ts';
import type { BotContext } from '../kit/context.ts';
import type { Ending } from '../kit/failures.ts';
import { createLog } from '../kit/log.ts';
import { announceRefresh, announceSetAside } from '../notifications/log-channels.ts';
import { notifyNewlyAnsweredEverywhere } from '../notifications/notify-askers.ts';
import { handleInteraction } from '../routing/interactions.ts';
import { handleMessage } from '../routing/messages.ts';
import { syncCommands } from '../routing/registration.ts';
import { type ConnectionSettings, createClient } from './client.ts';
import { Coalescer } from './coalescer.ts';
import { logConnection } from './connection-log.ts';
import { awaitEnding, awaitLoginFailure } from './ending.ts';
import { survivePacketFailures } from './packet-failures.ts';
import { PendingReplies } from './pending-replies.ts';
import { describeProfile } from './profile.ts';
import { warnOfOtherProcesses } from './second-process.ts';
import { followServers } from './servers.ts';

export interface BotSettings extends ConnectionSettings {
  /** Where commands are registered; null for everywhere. */
  readonly guildId: string | null;
  readonly logLevel: string;
  readonly retention: Retention;
  /** The servers whose moderators look after the articles of the folder; null where none is named. */
  readonly maintainerGuildIds: readonly string[] | null;
  /** Whether the folder of articles is read again by itself when files in it change. */
  readonly autoRefresh: boolean;
}

/** What the bot keeps, and how it comes to answer. */
export interface BotParts extends OpenedStore {
  readonly openKnowledge: (options: BotKnowledgeOptions) => Promise<OpenedKnowledge>;
  /** Resolves when the operator wants the bot to stop. */
  readonly stopSignal: Promise<NodeJS.Signals>;
}

/** What the bot adds to how knowledge is opened elsewhere. */
type BotKnowledgeOptions = Pick<
  OpenKnowledgeOptions,
  'overlays' | 'phrasings' | 'recover' | 'onStoreError' | 'onOverrun' | 'onSetAside' | 'onWordsAlone'
>;

/** A stop takes 5 s at most: this long for the replies under way, the rest for the connection. */
const FINISH_REPLIES_MS = 4000;
/** `destroy` may never return while the client re-identifies. */
const DISCONNECT_MS = 500;
const CLOSE_STORE_MS = 500;

/**
 * Connects to Discord and answers until a signal or a failure ends it. Returns the process's exit status: 0 after
 * a signal, 1 after an outage that a restart may mend.
 *
 * @throws {UserFacingError} `bad-token`, `intents-refused`, `shards-refused`, `version-refused`: starting again would not help
 */
export async function runBot(
  settings: BotSettings,
  { problem, stopSignal, ...parts }: BotParts,
): Promise<number> {
  const log = createLog(settings.logLevel);
  if (problem !== null) log.error({ err: problem }, 'nothing is kept: answering goes on without');
  parts.store.reports.subscribe(({ message, error }) => log.error({ err: error ?? undefined }, message));
  // Processes that share the shards share the database too.
  const isAlone = settings.shards.ids.length === settings.shards.count;
  const stopWarning = isAlone
    ? warnOfOtherProcesses({ store: parts.store, log, newId, now: () => new Date() })
    : async () => {};
  const opened = await Promise.race([openBot(settings, parts, log), stopSignal]);
  if (typeof opened === 'string') {
    log.info({ signal: opened }, 'stopped before it was connected');
    return 0;
  }
  const { client, context, underWay, nowKnown } = opened;
  const ended = awaitEnding(client, { log, signal: stopSignal });
  survivePacketFailures(client, (failure) => log.error(failure, 'event lost'));
  const stopAnswering = answerMembers(client, context, underWay);
  const stopFollowing = followServers(client, context, settings.retention);
  const leaving = logConnection(client, { log, nowMs });
  const watch = new FolderWatch({
    ...context,
    nowMs,
    onFailed: failedToRefresh(log),
  });
  client.once(Events.ClientReady, () => {
    void register(client, settings, log);
    // The articles may have changed meanwhile.
    underWay.add(nowKnown.trigger());
    if (settings.autoRefresh) watch.start();
  });
  const ending = await Promise.race([ended, awaitLoginFailure(client, settings.token)]);
  if (ending.kind === 'signal') log.info({ signal: ending.signal }, 'stopping');
  leaving();
  stopAnswering();
  stopFollowing();
  nowKnown.stop();
  underWay.add(watch.stop());
  await leave(client, underWay, log);
  await context.knowledge.end();
  // What was confirmed is on the disk already.
  await Promise.race([stopWarning().then(() => parts.store.close()), delay(CLOSE_STORE_MS)]);
  return exitStatus(ending, log);
}

/** What answers, before it is connected. */
interface OpenBot {
  readonly client: Client;
  readonly context: BotContext;
  readonly underWay: PendingReplies;
  /** Tells those who wait for what the articles answer now. */
  readonly nowKnown: Coalescer;
}

async function openBot(
  settings: BotSettings,
  { store, openKnowledge }: Omit<BotParts, 'problem' | 'stopSignal'>,
  log: Logger,
): Promise<OpenBot> {
  const client = createClient(settings);
  const underWay = new PendingReplies((err) => log.error({ err }, 'not answered'));
  const onStoreError = (err: Error): void => log.error({ err }, 'not kept');
  const phrasings = new Phrasings({ store, nowMs });
  const { knowledge, uploads } = await openKnowledge({
    overlays: new OverlayContents(store),
    phrasings,
    recover: () => context.refreshes.findServedSource(),
    onStoreError,
    onOverrun: logTooMuch(log),
    onWordsAlone: (cause) =>
      log.warn({ cause }, 'the encoders cannot run here: questions are answered by their words alone'),
    onSetAside(guildId) {
      log.error({ guildId }, 'own articles set aside: they took too much time or memory twice');
      underWay.add(announceSetAside({ client, log, store, onStoreError, now: Date.now }, guildId));
    },
  });
  const onDone = (done: RefreshResult): void => {
    logRefresh(done, log);
    underWay.add(announceRefresh({ client, ...context }, done));
    if (!isUnchanged(done.report)) underWay.add(nowKnown.trigger());
  };
  const context: BotContext = {
    store,
    knowledge,
    uploads,
    phrasings,
    onStoreError,
    log,
    maintainerGuildIds: settings.maintainerGuildIds,
    refreshes: new Refreshes({ knowledge, store, newId, onStoreError, onDone }),
    conversations: new Conversations({ nowMs }),
    cooldown: new Cooldown({ nowMs }),
    callCooldown: new Cooldown({ nowMs }),
    locks: new KeyedLock(),
    now: Date.now,
    nowMs,
    newErrorId: () => randomBytes(4).toString('hex'),
  };
  const nowKnown = new Coalescer((signal) => notifyNewlyAnsweredEverywhere(client, { ...context, signal }));
  await context.refreshes.start();
  return { client, context, underWay, nowKnown };
}

const newId = (): string => randomBytes(9).toString('base64url');
const nowMs = (): number => performance.now();

/** What was asked is not logged: the id leads from what the asker is told to this line. */
function logTooMuch(log: Logger): (tooMuch: JobOverrun) => void {
  return ({ serverId, job, jobId, cause }) => {
    const facts = { base: serverId ?? 'shared articles', job, id: jobId };
    if (cause === null) log.warn(facts, 'not tried again: it took too much time or memory twice');
    else
      log.error(
        { ...facts, reason: cause.reason, err: cause },
        'broken off: it took too much time or memory',
      );
  };
}

function logRefresh({ cause, report }: RefreshResult, log: Logger): void {
  const { articleCount, factCount, problems } = report;
  log.info({ cause, articleCount, factCount, problems: problems.length }, 'refreshed');
}

function failedToRefresh(log: Logger): (error: unknown) => void {
  return (err) => {
    if (err instanceof UserFacingError) log.warn({ err }, 'files changed, but were not taken in');
    else log.error({ err }, 'the folder could not be looked at');
  };
}

function answerMembers(client: Client, context: BotContext, underWay: PendingReplies): () => void {
  const answer = (interaction: Interaction): void => underWay.add(handleInteraction(interaction, context));
  const answerMessage = (message: Message): void => underWay.add(handleMessage(message, context));
  client.on(Events.InteractionCreate, answer);
  client.on(Events.MessageCreate, answerMessage);
  return () => {
    client.off(Events.InteractionCreate, answer);
    client.off(Events.MessageCreate, answerMessage);
  };
}

/** Commands that could not be registered are no reason not to answer those that are there. */
async function register(client: Client, { guildId }: BotSettings, log: Logger): Promise<void> {
  try {
    const applicationId = client.application?.id ?? '';
    const result = await syncCommands(client.rest, { applicationId, guildId });
    log.info({ result, profile: await profileOf(client, log) }, 'commands registered');
  } catch (err) {
    log.error({ err, guildId }, 'commands not registered: try “npm run register”');
  }
}

/** A bot without a profile text answers as well. */
async function profileOf(client: Client, log: Logger): Promise<'unchanged' | 'written' | 'refused'> {
  try {
    return await describeProfile(client.rest);
  } catch (err) {
    log.warn({ err }, 'profile text not written: write one on Discord’s page for developers');
    return 'refused';
  }
}

async function leave(client: Client, underWay: PendingReplies, log: Logger): Promise<void> {
  const finished = underWay.finished().then(() => true);
  const inTime = await Promise.race([finished, delay(FINISH_REPLIES_MS, false)]);
  if (!inTime) log.warn('left with replies under way');
  await Promise.race([client.destroy(), delay(DISCONNECT_MS)]);
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
