import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instruments } from '../../kit/instruments.ts';
import { madeUpServer, questionInTurn, type ServerSize, writeServer } from '../../made-up/made-up-servers.ts';
import { type AskedTime, type Asking, askEach, type Turn } from './ask-each.ts';
import { type Held, MemoryLooks } from './memory-looks.ts';
import { type BotParts, type BotPartsOptions, withBotParts } from './with-bot-parts.ts';

export interface ServersWorkload extends ServerSize {
  /** At least 1. */
  readonly servers: number;
  /** So many of them are asked in any case, however long that takes. */
  readonly leastServers: number;
  /** So many are asked in servers that have been asked before, and as many outside servers. */
  readonly questions: number;
}

/** What servers with articles of their own cost. */
export interface ServersCost {
  /** The first question in each server, as far as there was time. */
  readonly first: readonly AskedTime[];
  /** Questions in servers that were asked lately. */
  readonly later: readonly AskedTime[];
  /** Questions that the shared articles alone answer. */
  readonly outside: readonly AskedTime[];
  /** The first question in each of some servers after the shared articles have changed. */
  readonly afterRefresh: readonly AskedTime[];
  /** One refresh each, while bases of servers are held. */
  readonly refreshMs: readonly number[];
  /** Rising by servers; the last one tells how many were asked. */
  readonly held: readonly Held[];
}

/** The more of them are asked, the more memory shows whether it is bounded. */
const FIRST_BUDGET_MS = 25_000;
const LATER_BUDGET_MS = 10_000;
/** The first one waits for a new thread. */
const AFTER_REFRESH_BUDGET_MS = 10_000;
/** With 400 facts of their own beside 1,000 shared ones 142 servers are held. */
const SURELY_HELD = 100;
/** Memory is looked at about so many times. */
const LOOKS = 20;
const REFRESHES = 5;

interface Scene extends BotParts {
  readonly workload: ServersWorkload;
  readonly instruments: Instruments;
  readonly shared: BotPartsOptions['shared'];
}

/**
 * Measures what servers cost that moderators have given articles of their own, beside those of the shared folder.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureServers(
  workload: ServersWorkload,
  options: BotPartsOptions,
  instruments: Instruments,
): Promise<ServersCost> {
  return withBotParts(options, (parts) =>
    measure({ ...parts, workload, instruments, shared: options.shared }),
  );
}

async function measure(scene: Scene): Promise<ServersCost> {
  await writeServers(scene);
  const { questions, servers } = scene.workload;
  const outside = await askEach(asking(scene, LATER_BUDGET_MS), outsideTurns(scene, questions));
  const { first, held } = await askFirst(scene);
  const asked = held.at(-1)?.servers ?? servers;
  const recent = { from: Math.max(0, asked - SURELY_HELD), to: asked };
  const later = await askEach(asking(scene, LATER_BUDGET_MS), laterTurns(scene, recent));
  const refreshMs = await timeRefreshes(scene);
  const afterRefresh = await askEach(asking(scene, AFTER_REFRESH_BUDGET_MS), turnsIn(scene, recent, 2));
  return { first, later, outside, afterRefresh, refreshMs, held };
}

async function writeServers({ workload, store, instruments: { onStep } }: Scene): Promise<void> {
  for (let number = 0; number < workload.servers; number++) {
    onStep(`server ${number + 1} of ${workload.servers} is written down`);
    await writeServer(store, madeUpServer(number, workload));
  }
}

/** Asks one question in each server, as far as there is time. */
async function askFirst(scene: Scene): Promise<Pick<ServersCost, 'first' | 'held'>> {
  const { workload, instruments } = scene;
  const memory = new MemoryLooks(instruments, Math.ceil(workload.servers / LOOKS));
  const onAsked = (count: number): void => {
    memory.pass(count);
    instruments.onStep(`server ${count} of ${workload.servers} was asked`);
  };
  const turns = turnsIn(scene, { from: 0, to: workload.servers }, 0);
  const least = workload.leastServers;
  const first = await askEach({ ...asking(scene, FIRST_BUDGET_MS), least, onAsked }, turns);
  return { first, held: memory.end(first.length) };
}

function asking({ knowledge, instruments: { nowMs } }: Scene, budgetMs: number): Asking {
  return { knowledge, nowMs, budgetMs, least: 1, onAsked: () => {} };
}

interface Range {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** One question in each server, which is another one in another `round`. */
function* turnsIn({ workload }: Scene, { from, to }: Range, round: number): Iterable<Turn> {
  for (let number = from; number < to; number++) {
    const { guildId, articles } = madeUpServer(number, workload);
    yield { guildId, question: questionInTurn(articles, round * workload.servers + number) };
  }
}

/** Questions in these servers in turn, from the one that was asked longest ago on. */
function* laterTurns({ workload }: Scene, { from, to }: Range): Iterable<Turn> {
  for (let turn = 0; turn < workload.questions; turn++) {
    const { guildId, articles } = madeUpServer(from + (turn % (to - from)), workload);
    yield { guildId, question: questionInTurn(articles, 3 * workload.servers + turn) };
  }
}

function* outsideTurns({ shared }: Scene, questions: number): Iterable<Turn> {
  for (let turn = 0; turn < questions; turn++)
    yield { guildId: null, question: questionInTurn(shared, turn) };
}

/** As a moderator's command does it, with a file that is another one each time. */
async function timeRefreshes({ folder, refreshes, instruments }: Scene): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < REFRESHES) {
    instruments.onStep(`refresh ${times.length + 1} of ${REFRESHES}`);
    await writeFile(join(folder, 'news.txt'), `News\n\nThe news has the number ${times.length}.\n`);
    const startedAt = instruments.nowMs();
    await refreshes.refresh({ kind: 'command', byId: 'moderator', guildId: null });
    times.push(instruments.nowMs() - startedAt);
  }
  return times;
}
