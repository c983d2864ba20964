import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { type LocalDiscordOptions, startLocalDiscord } from '../local-discord/start-local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { WatchedValue } from '../local-discord/world/watched-value.ts';
import { type LoggedLines, type LogLine, type RunningBot, startBot } from './running-bot.ts';
import { type Articles, failuresIn, keptByFirst, seedArticles, writeArticles } from './scene.ts';
import { ask, MEETING } from './under-answers.ts';

const SHARDS = 4;

/** Discord's number of the shard that serves a guild. */
function shardOf({ id }: Pick<Guild, 'id'>): number {
  return Number((BigInt(id) >> 22n) % BigInt(SHARDS));
}

/** Two guilds for each shard. */
const GUILDS = Array.from({ length: 2 * SHARDS }, (_, index) => ({
  name: `Server ${index}`,
  id: String((110_000_000_000n + BigInt(index)) << 22n),
}));

/** What became of a question that was asked while processes came and went. */
export interface AskedOnce {
  /** Milliseconds of `performance.now()`. */
  readonly atMs: number;
  readonly shard: number;
  readonly isAnswered: boolean;
}

/** Several `npm start` processes that share a database, a folder and a local Discord with four shards. */
export interface Crew {
  readonly discord: LocalDiscord;
  readonly folder: string;
  /** Starts one more process, and waits for nothing. */
  readonly start: (env?: Readonly<Record<string, string>>) => RunningBot;
  /** Asks in each guild in turn, several questions at a time, until it is stopped. */
  readonly keepAsking: () => Asking;
}

/** Questions that are asked one after the other. */
interface Asking {
  /** Resolves when this many have been answered from now on. */
  readonly answered: (count: number) => Promise<void>;
  /** Resolves with what became of each. */
  readonly stop: () => Promise<readonly AskedOnce[]>;
}

/** Starts a local Discord and makes the folder; the processes end with the test, which fails where one has sent what Discord would refuse. */
export async function gatherCrew(
  databaseUrl: string,
  { articles, ...options }: LocalDiscordOptions & { readonly articles?: Articles } = {},
): Promise<Crew> {
  const discord = await startLocalDiscord({
    guilds: GUILDS,
    recommendedShards: SHARDS,
    maxConcurrency: SHARDS,
    ...options,
  });
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expect(discord.unhandledRoutes).toEqual([]);
  });
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeArticles(folder, articles ?? (await seedArticles()));
  const start = (env = {}): RunningBot => {
    const bot = startBot(discord, folder, { ...keptByFirst(discord), DATABASE_URL: databaseUrl, ...env });
    onTestFinished(() => expect(failuresIn(bot)).toEqual([]));
    return bot;
  };
  return { discord, folder, start, keepAsking: () => keepAsking(discord) };
}

/** The shards that a process keeps, as far as its log tells. */
export function keptBy({ log }: { readonly log: readonly LogLine[] }): readonly number[] {
  const kept = new Set<number>();
  for (const { msg, shard } of log) {
    if (msg === 'connected') kept.add(Number(shard));
    if (msg.startsWith('handing the shard over')) kept.delete(Number(shard));
  }
  return [...kept];
}

/** A shard that was connected. */
export interface Connected {
  readonly shard: number;
  /** Milliseconds of `performance.now()`. */
  readonly atMs: number;
}

/** When the processes have connected which shard. */
export function listConnections(bots: readonly RunningBot[]): readonly Connected[] {
  const lines = bots.flatMap(({ log }) => log).filter(({ msg }) => msg === 'connected');
  return lines.map(({ shard, time }) => ({
    shard: Number(shard),
    atMs: Date.parse(String(time)) - performance.timeOrigin,
  }));
}

/** Resolves when each shard has been connected by one of the processes. */
export async function allConnected(bots: readonly RunningBot[]): Promise<void> {
  for (let id = 0; id < SHARDS; id++) {
    const isConnected = (): Promise<LogLine> => Promise.any(bots.map((bot) => connected(bot, id)));
    // Where shards identify one after the other, the last one takes longer than a test waits for a line.
    await isConnected().catch(isConnected);
  }
}

/** Resolves when a process has connected a shard. */
export function connected(bot: LoggedLines, id: number): Promise<LogLine> {
  return bot.logged(({ msg, shard }) => msg === 'connected' && shard === id);
}

/** After three seconds without an answer, Discord shows the member that the application did not respond. */
const DISCORD_WAITS_MS = 3_500;
const AT_A_TIME = 8;

function keepAsking(discord: LocalDiscord): Asking {
  const asked: AskedOnce[] = [];
  const answers = new WatchedValue(0);
  let begun = 0;
  const stopping = new AbortController();
  const askNext = async (): Promise<void> => {
    const index = begun++;
    const guild = discord.guilds[index % discord.guilds.length];
    if (guild === undefined) throw new Error('a crew has guilds');
    // Somebody else each time, so that nobody asks too often.
    const { member } = discord.people;
    const user = { ...member, id: String(BigInt(member.id) + BigInt(1_000 + index)) };
    const atMs = performance.now();
    const answered = discord.interact({ ...ask(MEETING), guild, user }).then(
      () => true,
      () => false,
    );
    const isAnswered = await Promise.race([answered, passed(DISCORD_WAITS_MS)]);
    asked.push({ atMs, shard: shardOf(guild), isAnswered });
    if (isAnswered) answers.set(answers.value + 1);
  };
  const askInTurn = async (): Promise<void> => {
    while (!stopping.signal.aborted) await askNext();
  };
  const all = Promise.all(Array.from({ length: AT_A_TIME }, askInTurn));
  return {
    async answered(count) {
      const before = answers.value;
      await answers.until((value) => value >= before + count);
    },
    async stop() {
      stopping.abort();
      await all;
      return asked;
    },
  };
}

/** Resolves with false when Discord has waited for so long. */
function passed(ms: number): Promise<false> {
  return new Promise((resolve) => {
    AbortSignal.timeout(ms).addEventListener('abort', () => resolve(false));
  });
}
