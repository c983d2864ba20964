import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instruments } from '../../kit/instruments.ts';
import {
  makeUpQuestion,
  makeUpServer,
  type ServerContents,
  writeServer,
} from '../../made-up/made-up-servers.ts';
import { type AnswerTime, type AskEachOptions, askEach, type PlannedQuestion } from './ask-each.ts';
import { type BotParts, type BotPartsOptions, runWithBotParts } from './bot-parts.ts';

export interface ServersWorkload extends ServerContents {
  /** At least 1. */
  readonly servers: number;
  /** How many of them are asked in any case, however long that takes. */
  readonly leastServers: number;
  /** How many questions are asked in servers that have been asked before, and again outside servers. */
  readonly questions: number;
}

/** The cost of servers with articles of their own. */
export interface ServersCost {
  /** The first question in each server, as far as the time allowed. */
  readonly first: readonly AnswerTime[];
  /** Questions in servers that were asked recently. */
  readonly later: readonly AnswerTime[];
  /** Questions that the shared articles alone answer. */
  readonly outside: readonly AnswerTime[];
  /** The first question in some of the servers after the shared articles have changed. */
  readonly afterRefresh: readonly AnswerTime[];
  /** The times of single refreshes, while bases of servers are held. */
  readonly refreshMs: readonly number[];
  /** Ascending by servers; the last sample has the number of servers asked. */
  readonly held: readonly MemorySample[];
}

/** Long enough to show whether memory is bounded. */
const FIRST_BUDGET_MS = 25_000;
const LATER_BUDGET_MS = 10_000;
/** Its first question waits for a new worker. */
const AFTER_REFRESH_BUDGET_MS = 10_000;
/** 200 servers are held if each has 400 facts of its own. */
const SURELY_HELD = 100;
/** About how many samples of memory are taken. */
const SAMPLES = 20;
const REFRESHES = 5;

interface ServersDeps extends BotParts {
  readonly workload: ServersWorkload;
  readonly instruments: Instruments;
  readonly shared: BotPartsOptions['shared'];
}

/**
 * Measures the cost of servers that have articles of their own beside those of the shared folder.
 *
 * @throws {StoreError} where nothing can be written in the system's temporary folder
 */
export function measureServers(
  workload: ServersWorkload,
  options: BotPartsOptions,
  instruments: Instruments,
): Promise<ServersCost> {
  return runWithBotParts(options, (parts) =>
    measure({ ...parts, workload, instruments, shared: options.shared }),
  );
}

async function measure(deps: ServersDeps): Promise<ServersCost> {
  await writeServers(deps);
  const { questions, servers } = deps.workload;
  const outside = await askEach(askOptions(deps, LATER_BUDGET_MS), planOutside(deps, questions));
  const { first, held } = await askFirst(deps);
  const asked = held.at(-1)?.servers ?? servers;
  const recent = { from: Math.max(0, asked - SURELY_HELD), to: asked };
  const later = await askEach(askOptions(deps, LATER_BUDGET_MS), planLater(deps, recent));
  const refreshMs = await timeRefreshes(deps);
  const afterRefresh = await askEach(askOptions(deps, AFTER_REFRESH_BUDGET_MS), planOneEach(deps, recent, 2));
  return { first, later, outside, afterRefresh, refreshMs, held };
}

async function writeServers({ workload, store, instruments: { onStep } }: ServersDeps): Promise<void> {
  for (let number = 0; number < workload.servers; number++) {
    onStep(`server ${number + 1} of ${workload.servers} is written down`);
    await writeServer(store, makeUpServer(number, workload));
  }
}

/** Asks one question in each server, as far as the time allows. */
async function askFirst(deps: ServersDeps): Promise<Pick<ServersCost, 'first' | 'held'>> {
  const { workload, instruments } = deps;
  const memory = new MemorySamples(instruments, Math.ceil(workload.servers / SAMPLES));
  const onAsked = (count: number): void => {
    memory.sampleAfter(count);
    instruments.onStep(`server ${count} of ${workload.servers} was asked`);
  };
  const planned = planOneEach(deps, { from: 0, to: workload.servers }, 0);
  const least = workload.leastServers;
  const first = await askEach({ ...askOptions(deps, FIRST_BUDGET_MS), least, onAsked }, planned);
  return { first, held: memory.finish(first.length) };
}

function askOptions({ knowledge, instruments: { nowMs } }: ServersDeps, budgetMs: number): AskEachOptions {
  return { knowledge, nowMs, budgetMs, least: 1, onAsked: () => {} };
}

interface Range {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** Plans one question in each server, another one in each `round`. */
function* planOneEach(
  { workload }: ServersDeps,
  { from, to }: Range,
  round: number,
): Iterable<PlannedQuestion> {
  for (let number = from; number < to; number++) {
    const { guildId, articles } = makeUpServer(number, workload);
    yield { guildId, question: makeUpQuestion(articles, round * workload.servers + number) };
  }
}

/** Plans questions in these servers in turn, starting with the server that was asked longest ago. */
function* planLater({ workload }: ServersDeps, { from, to }: Range): Iterable<PlannedQuestion> {
  for (let turn = 0; turn < workload.questions; turn++) {
    const { guildId, articles } = makeUpServer(from + (turn % (to - from)), workload);
    yield { guildId, question: makeUpQuestion(articles, 3 * workload.servers + turn) };
  }
}

function* planOutside({ shared }: ServersDeps, questions: number): Iterable<PlannedQuestion> {
  for (let turn = 0; turn < questions; turn++)
    yield { guildId: null, question: makeUpQuestion(shared, turn) };
}

/** Times refreshes by a moderator's command. A file of the folder is different each time. */
async function timeRefreshes({ folder, refreshes, instruments }: ServersDeps): Promise<readonly number[]> {
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

/** How many bytes are held beyond those at the start, after this many servers have been asked. */
export interface MemorySample {
  readonly servers: number;
  readonly bytes: number;
}

/** Samples the held memory while servers are asked. It does so at intervals, because each sample collects all garbage. */
export class MemorySamples {
  readonly #instruments: Pick<Instruments, 'collectGarbage' | 'heldBytes'>;
  readonly #interval: number;
  readonly #startBytes: number;
  readonly #taken: MemorySample[] = [];

  constructor(instruments: Pick<Instruments, 'collectGarbage' | 'heldBytes'>, interval: number) {
    this.#instruments = instruments;
    this.#interval = interval;
    this.#startBytes = this.#measure();
  }

  /** Takes a sample where this number of asked servers is a multiple of the interval. */
  sampleAfter(servers: number): void {
    if (servers % this.#interval === 0) this.#sample(servers);
  }

  /** Takes the last sample, after all servers, and returns all of them, ascending by servers. */
  finish(servers: number): readonly MemorySample[] {
    if (this.#taken.at(-1)?.servers !== servers) this.#sample(servers);
    return this.#taken;
  }

  #sample(servers: number): void {
    this.#taken.push({ servers, bytes: this.#measure() - this.#startBytes });
  }

  #measure(): number {
    this.#instruments.collectGarbage();
    return this.#instruments.heldBytes();
  }
}
