import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createRandomId } from '../../kit/ids.ts';
import { KeyedLock } from '../../kit/serial-work.ts';
import { repeat, startTimer } from '../../kit/time.ts';
import { Measures } from '../../monitoring/measures.ts';
import { EditDrafts } from '../../requests/articles/edit-drafts.ts';
import { Conversations } from '../../requests/asking/conversations.ts';
import { Cooldown } from '../../requests/kit/cooldown.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { FolderLeader } from '../../requests/refreshing/folder-leader.ts';
import { Refreshes, type RefreshResult } from '../../requests/refreshing/refreshes.ts';
import type { OpenedKnowledge, OpenKnowledgeOptions } from '../../requests/starting/open-knowledge.ts';
import type { OpenedStore } from '../../requests/starting/open-store.ts';
import { isUnchanged } from '../../serving/base/base-report.ts';
import type { JobOverrun } from '../../serving/guard.ts';
import { OverlayContents } from '../../serving/overlay-contents.ts';
import { Phrasings } from '../../serving/phrasings.ts';
import type { Store } from '../../store/open-store.ts';
import { watchStore } from '../../store/watch-store.ts';
import { CommandLinks } from '../kit/command-links.ts';
import type { BotContext } from '../kit/context.ts';
import { classifyReplyFailure, type Ending, explainUnreachable } from '../kit/failures.ts';
import { FleetingMessages } from '../kit/fleeting-messages.ts';
import { createLog } from '../kit/log.ts';
import { RunningShards } from '../kit/shards.ts';
import { type MonitoringSettings, startMonitoring } from '../monitoring/start-monitoring.ts';
import { announceRefresh, announceSetAside } from '../notifications/log-channels.ts';
import { followChanges } from './follow-changes.ts';
import { forgetDaily } from './forget-daily.ts';
import { lookAfterFolder } from './look-after-folder.ts';
import { warnOfOtherProcesses } from './second-process.ts';
import { awaitProcessEnding } from './shards/ending.ts';
import { openShardHolder, type ShardHolderSettings } from './shards/open-shard-holder.ts';
import type { SharedContext } from './shards/shard.ts';
import type { ShardHolder } from './shards/shard-holder.ts';

export interface BotSettings extends ShardHolderSettings, MonitoringSettings {
  readonly logLevel: string;
  /** The name of this process in the log. */
  readonly processName: string;
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

const CLOSE_STORE_MS = 500;
const FINISH_SHARED_MS = 4000;

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
  if (problem !== null)
    log.error({ err: problem }, 'nothing is saved until a restart; the bot still answers');
  logStoreReports(parts.store, log);
  const stopWarning = watchOtherProcesses(settings, parts.store, log);
  // Everything that the bot confirmed is on the disk already.
  const closeStore = (): Promise<void> =>
    Promise.race([stopWarning().then(() => parts.store.close()), delay(CLOSE_STORE_MS)]);
  const ended = awaitProcessEnding({ log, signal: stopSignal });
  const opened = await Promise.race([openOrEnd(settings, parts, log), ended]);
  if ('kind' in opened) {
    if (opened.kind === 'signal') log.info({ signal: opened.signal }, 'stopping before it is connected');
    await closeStore();
    return toExitStatus(opened, log);
  }
  const { context, stopFollowing } = opened;
  let holder: ShardHolder | null = null;
  const isStandingBy = (): boolean => holder?.isStandingBy ?? false;
  const identifyAllMs = (): number => holder?.identifyAllMs ?? 0;
  const monitoring = await startMonitoring(settings, { ...context, isStandingBy, identifyAllMs });
  const connecting = await Promise.race([openShardHolder(settings, { context, monitoring }), ended]);
  holder = connecting.kind === 'holder' ? connecting.holder : null;
  const ending =
    connecting.kind === 'holder' ? await Promise.race([ended, connecting.holder.run()]) : connecting;
  if (ending.kind === 'signal') log.info({ signal: ending.signal }, 'stopping');
  stopFollowing();
  monitoring.stop();
  const finishing = finishShared(opened);
  for (const shard of context.shards.list()) shard.addWork(finishing);
  await Promise.all([holder?.leave(), Promise.race([finishing, delay(FINISH_SHARED_MS)])]);
  await context.knowledge.end();
  await closeStore();
  const unreachable = ending.kind === 'outage' ? explainUnreachable(ending.error, settings.apiUrl) : null;
  if (unreachable !== null) tell(unreachable);
  return toExitStatus(ending, log);
}

/** Opens the bot. Resolves with the reason to end where that fails by a fault of ours. @throws {UserFacingError} */
async function openOrEnd(...options: Parameters<typeof openBot>): Promise<OpenBot | Ending> {
  try {
    return await openBot(...options);
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    return { kind: 'outage', error };
  }
}

/** Warns of other processes that use the same file, unless shards are named that they are meant to share. */
function watchOtherProcesses({ shards }: BotSettings, store: Store, log: Logger): () => Promise<void> {
  // The locks of such a database tell of the processes that use it.
  if (store.coordination.isShared) return async () => {};
  const mayShare = shards.ids !== 'auto' && shards.ids.length !== shards.count;
  return warnOfOtherProcesses({ store, log, newId: createRandomId, now: () => new Date(), mayShare });
}

/** Finishes what the shards share. */
async function finishShared({ leader, context, stopForgetting }: OpenBot): Promise<void> {
  await Promise.all([stopForgetting(), leader.stop(), context.fleeting.deleteAll()]);
}

/** The parts of a bot that has no shard yet. */
interface OpenBot {
  readonly context: SharedContext;
  /** Looks after the folder of articles, or follows the process that does. */
  readonly leader: FolderLeader;
  /** Ends following what other processes change. */
  readonly stopFollowing: () => void;
  /** Ends forgetting what is old. Resolves when nothing of it is under way. */
  readonly stopForgetting: () => Promise<void>;
}

async function openBot(
  settings: BotSettings,
  { openKnowledge, ...parts }: Omit<BotParts, 'problem' | 'stopSignal' | 'tell'>,
  log: Logger,
): Promise<OpenBot> {
  const shards = new RunningShards();
  const memory = createMemory();
  const onStoreError = logStoreErrors(log);
  const overlays = new OverlayContents(watchStore(parts.store, () => memory.measures.countStoreError()));
  const { store } = overlays;
  const phrasings = new Phrasings({ store, nowMs });
  const { knowledge, uploads } = await openKnowledge({
    overlays,
    phrasings,
    onStoreError,
    onOverrun: logOverrun(log),
    onWordsAlone: logWordsAlone(log),
    onSetAside: (guildId) => reportSetAside(guildId, context),
  });
  const onDone = (done: RefreshResult): void => {
    logRefresh(done, log);
    for (const shard of shards.list()) {
      shard.addWork(announceRefresh({ ...context, client: shard.client }, done));
      if (!isUnchanged(done.report)) shard.notifyAskers();
    }
  };
  const context: SharedContext = {
    store,
    knowledge,
    uploads,
    phrasings,
    shards,
    onStoreError,
    log,
    commandLinks: new CommandLinks(),
    maintainerGuildIds: settings.maintainerGuildIds,
    refreshes: new Refreshes({ ...memory, knowledge, store, newId: createRandomId, onStoreError, onDone }),
    fleeting: createFleetingMessages(log),
    ...memory,
    now: Date.now,
    nowMs,
    random: Math.random,
  };
  const onFailed = logFailedRefresh(log);
  const leader = await lookAfterFolder(settings, { ...context, onFailed });
  const stopFollowing = followChanges({ ...context, overlays, onFailed });
  const stopForgetting = forgetDaily(settings.retention, { ...context, repeat });
  return { context, leader, stopFollowing, stopForgetting };
}

const nowMs = (): number => performance.now();

function logStoreReports({ reports }: Pick<Store, 'reports'>, log: Logger): void {
  reports.subscribe(({ message, error, level }) => log[level]({ err: error ?? undefined }, message));
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

function logStoreErrors(log: Logger): (err: Error) => void {
  return (err) => log.error({ err }, 'not saved');
}

function createFleetingMessages(log: Logger): FleetingMessages {
  return new FleetingMessages({
    startTimer,
    onFailure: (err) => {
      // A moderator deletes such a line too, or another process that had the same message.
      if (classifyReplyFailure(err) !== 'message-gone') log.warn({ err }, 'a line could not be deleted');
    },
  });
}

/** Logs that a server's own articles are set aside, and posts it to the server's log channel. */
function reportSetAside(guildId: string, context: SharedContext): void {
  context.log.error({ guildId }, 'own articles set aside: they took too much time or memory twice');
  const shard = context.shards.find(guildId);
  shard?.addWork(announceSetAside({ ...context, client: shard.client }, guildId));
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
