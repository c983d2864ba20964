import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import { createRandomId } from '../../kit/random-id.ts';
import { Measures } from '../../monitoring/measures.ts';
import { EditDrafts } from '../../requests/articles/edit-drafts.ts';
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
import type { Store } from '../../store/open-store.ts';
import { KeyedLock } from '../../threads/keyed-lock.ts';
import { createAskerAccess } from '../kit/channels/reader-access.ts';
import { CommandLinks } from '../kit/command-links.ts';
import type { BotContext } from '../kit/context.ts';
import { type Ending, explainUnreachable } from '../kit/failures.ts';
import { FleetingMessages } from '../kit/fleeting-messages.ts';
import { createLog } from '../kit/log.ts';
import { type MonitoringSettings, startMonitoring } from '../monitoring/start-monitoring.ts';
import type { LineCollector } from '../notifications/line-collector.ts';
import { announceRefresh, announceSetAside } from '../notifications/log-channels.ts';
import { createModerationLog } from '../notifications/moderation-log.ts';
import { notifyNewlyAnsweredEverywhere } from '../notifications/notify-askers.ts';
import { answerMembers } from './answer-members.ts';
import { type ConnectionSettings, createClient } from './client.ts';
import { Coalescer } from './coalescer.ts';
import { logConnection } from './connection-log.ts';
import { awaitEnding, awaitLoginFailure, survivePacketFailures } from './ending.ts';
import { followWeeks } from './follow-weeks.ts';
import { greetServers } from './greet-servers.ts';
import { PendingReplies } from './pending-replies.ts';
import { registerConnected } from './register-commands.ts';
import { warnOfOtherProcesses } from './second-process.ts';
import { followServers } from './servers.ts';

export interface BotSettings extends ConnectionSettings, MonitoringSettings {
  /** The server to register the commands in; null to register them everywhere. */
  readonly guildId: string | null;
  readonly logLevel: string;
  /** The name of this process in the log. */
  readonly processName: string;
  readonly retention: Retention;
  /** The servers whose moderators look after the shared articles, or null if the operator named none. */
  readonly maintainerGuildIds: readonly string[] | null;
  /** Whether the bot refreshes by itself when files in the shared folder change. */
  readonly autoRefresh: boolean;
}

/** The store and the fact base that the bot answers from. */
export interface BotParts extends OpenedStore {
  readonly openKnowledge: (options: BotKnowledgeOptions) => Promise<OpenedKnowledge>;
  /** Writes a sentence for the operator to standard error. */
  readonly tell: (sentence: string) => void;
  /** Resolves when the operator stops the bot. */
  readonly stopSignal: Promise<NodeJS.Signals>;
}

/** The options for opening the fact base that only the bot sets. */
type BotKnowledgeOptions = Pick<
  OpenKnowledgeOptions,
  'overlays' | 'phrasings' | 'onStoreError' | 'onOverrun' | 'onSetAside' | 'onWordsAlone'
>;

/** A stop takes 5 s at most: this long for the pending replies, the rest for the connection. */
const FINISH_REPLIES_MS = 4000;
/** `destroy` may never settle while the client re-identifies. */
const DISCONNECT_MS = 500;
const CLOSE_STORE_MS = 500;

/**
 * Connects to Discord and answers until a signal or a failure ends the bot. Returns the process's exit status: 0 after a signal, 1 after
 * an outage that a restart may end.
 *
 * @throws {UserFacingError} `bad-token`, `intents-refused`, `shards-refused`, `version-refused`: a restart would not help
 */
export async function runBot(
  settings: BotSettings,
  { problem, stopSignal, tell, ...parts }: BotParts,
): Promise<number> {
  const log = createLog(settings);
  if (problem !== null) log.error({ err: problem }, 'nothing is kept: answering goes on without');
  logStoreReports(parts.store, log);
  // With the shards spread over several processes, it is intended that they share the database.
  const isAlone = settings.shards.ids.length === settings.shards.count;
  const stopWarning = isAlone
    ? warnOfOtherProcesses({ store: parts.store, log, newId: createRandomId, now: () => new Date() })
    : async () => {};
  const opened = await Promise.race([openBot(settings, parts, log), stopSignal]);
  if (typeof opened === 'string') {
    log.info({ signal: opened }, 'stopped before it was connected');
    return 0;
  }
  const { client, context, pendingReplies, notifier, moderationLog } = opened;
  const monitoring = await startMonitoring(settings, context);
  const { silence } = monitoring.watch(client);
  const ended = awaitEnding(client, { log, signal: stopSignal });
  survivePacketFailures(client, (failure) => log.error(failure, 'event lost'));
  const stopAnswering = answerMembers(client, context, pendingReplies);
  greetServers(client, context, pendingReplies);
  const stopFollowing = followServers(client, context, settings.retention);
  const stopDigests = followWeeks(client, context, pendingReplies);
  const markLeaving = logConnection(client, { log, nowMs });
  const watch = new FolderWatch({ ...context, nowMs, onFailed: logFailedRefresh(log) });
  client.once(Events.ClientReady, () => {
    void registerConnected(client, settings, context);
    // The articles may have changed meanwhile.
    pendingReplies.add(notifier.trigger());
    if (settings.autoRefresh) watch.start();
  });
  const ending = await Promise.race([ended, silence, awaitLoginFailure(client, settings.token)]);
  if (ending.kind === 'signal') log.info({ signal: ending.signal }, 'stopping');
  markLeaving();
  stopAnswering();
  stopFollowing();
  stopDigests();
  notifier.stop();
  monitoring.stop();
  pendingReplies.add(context.fleeting.deleteAll());
  moderationLog.stop();
  pendingReplies.add(watch.stop());
  await leave(client, pendingReplies, log);
  await context.knowledge.end();
  // Everything that the bot confirmed is on the disk already.
  await Promise.race([stopWarning().then(() => parts.store.close()), delay(CLOSE_STORE_MS)]);
  const unreachable = ending.kind === 'outage' ? explainUnreachable(ending.error, settings.apiUrl) : null;
  if (unreachable !== null) tell(unreachable);
  return toExitStatus(ending, log);
}

/** The parts of a bot that is not connected yet. */
interface OpenBot {
  readonly client: Client;
  readonly context: BotContext;
  readonly pendingReplies: PendingReplies;
  /** Notifies the waiting askers whose questions the articles now answer. */
  readonly notifier: Coalescer;
  /** Posts what moderators do in the log channels. */
  readonly moderationLog: Pick<LineCollector, 'stop'>;
}

async function openBot(
  settings: BotSettings,
  { openKnowledge, ...parts }: Omit<BotParts, 'problem' | 'stopSignal' | 'tell'>,
  log: Logger,
): Promise<OpenBot> {
  const client = createClient(settings);
  const pendingReplies = new PendingReplies((err) => log.error({ err }, 'not answered'));
  const memory = createMemory();
  const onStoreError = logStoreErrors(log, memory.measures);
  const overlays = new OverlayContents(parts.store);
  const { store } = overlays;
  const phrasings = new Phrasings({ store, nowMs });
  const { knowledge, uploads } = await openKnowledge({
    overlays,
    phrasings,
    onStoreError,
    onOverrun: logOverrun(log),
    onWordsAlone: logWordsAlone(log),
    onSetAside: (guildId) =>
      pendingReplies.add(reportSetAside({ client, log, store, onStoreError, now: Date.now }, guildId)),
  });
  const onDone = (done: RefreshResult): void => {
    logRefresh(done, log);
    pendingReplies.add(announceRefresh({ client, ...context }, done));
    if (!isUnchanged(done.report)) pendingReplies.add(notifier.trigger());
  };
  const moderationLog = openModerationLog({ client, log, store, onStoreError }, pendingReplies);
  const context: BotContext = {
    store,
    knowledge,
    uploads,
    phrasings,
    onStoreError,
    log,
    commandLinks: new CommandLinks(),
    askerAccess: createAskerAccess(client),
    maintainerGuildIds: settings.maintainerGuildIds,
    refreshes: new Refreshes({ ...memory, knowledge, store, newId: createRandomId, onStoreError, onDone }),
    fleeting: createFleetingMessages(log),
    ...memory,
    addLogLine: (guildId, line) => moderationLog.add(guildId, line),
    now: Date.now,
    nowMs,
    random: Math.random,
  };
  const notifier = new Coalescer((signal) => notifyNewlyAnsweredEverywhere(client, { ...context, signal }));
  await context.refreshes.start();
  return { client, context, pendingReplies, notifier, moderationLog };
}

const nowMs = (): number => performance.now();

function logStoreReports({ reports }: Pick<Store, 'reports'>, log: Logger): void {
  reports.subscribe(({ message, error, level }) => log[level]({ err: error ?? undefined }, message));
}

function openModerationLog(
  deps: Omit<Parameters<typeof createModerationLog>[0], 'now' | 'nowMs'>,
  pendingReplies: PendingReplies,
): LineCollector {
  return createModerationLog({ ...deps, nowMs, now: Date.now }, (post) => pendingReplies.add(post));
}

/** Creates what is remembered in memory alone. */
function createMemory(): Pick<
  BotContext,
  'measures' | 'drafts' | 'conversations' | 'cooldown' | 'callCooldown' | 'locks'
> {
  return {
    measures: new Measures(nowMs),
    drafts: new EditDrafts({ nowMs, newId: createRandomId }),
    conversations: new Conversations({ nowMs }),
    cooldown: new Cooldown({ nowMs }),
    callCooldown: new Cooldown({ nowMs }),
    locks: new KeyedLock(),
  };
}

function logStoreErrors(log: Logger, measures: Measures): (err: Error) => void {
  return (err) => {
    measures.countStoreError();
    log.error({ err }, 'not kept');
  };
}

function createFleetingMessages(log: Logger): FleetingMessages {
  return new FleetingMessages({
    startTimer,
    onFailure: (err) => log.warn({ err }, 'a line could not be deleted'),
  });
}

/** Starts a timer that does not keep the process alive. Returns the function that stops it. */
function startTimer(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs).unref();
  return () => clearTimeout(timer);
}

/** Logs that a server's own articles are set aside, and posts it to the server's log channel. */
function reportSetAside(deps: Parameters<typeof announceSetAside>[0], guildId: string): Promise<void> {
  deps.log.error({ guildId }, 'own articles set aside: they took too much time or memory twice');
  return announceSetAside(deps, guildId);
}

function logWordsAlone(log: Logger): (cause: string) => void {
  return (cause) =>
    log.warn({ cause }, 'the encoders cannot run here: questions are answered by their words alone');
}

/** Returns the function that logs a job over its limits. The question is not logged: the asker sees the id that stands in the line. */
function logOverrun(log: Logger): (overrun: JobOverrun) => void {
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

function logFailedRefresh(log: Logger): (error: unknown) => void {
  return (err) => {
    if (err instanceof UserFacingError) log.warn({ err }, 'files changed, but were not taken in');
    else log.error({ err }, 'the folder could not be looked at');
  };
}

async function leave(client: Client, pendingReplies: PendingReplies, log: Logger): Promise<void> {
  const finished = pendingReplies.settle().then(() => true);
  const inTime = await Promise.race([finished, delay(FINISH_REPLIES_MS, false)]);
  if (!inTime) log.warn('left with replies under way');
  await Promise.race([client.destroy(), delay(DISCONNECT_MS)]);
}

function toExitStatus(ending: Ending, log: Logger): number {
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
