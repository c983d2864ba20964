import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, onTestFinished } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import { DEFAULT_GUILDS, type LocalDiscord } from '../local-discord/local-discord.ts';
import { startLocalDiscord } from '../local-discord/start-local-discord.ts';
import type { GuildSpec } from '../local-discord/world/guilds.ts';
import { type LoggedLines, type RunningBot, spawnBot } from './running-bot.ts';
import { type Articles, failuresIn, registered, seedArticles, writeArticles } from './scene.ts';
import { prepareStore, removeStore } from './scene-store.ts';
import { wordsOf } from './under-answers.ts';

export interface ServersOptions {
  /** Files of the knowledge folder by name; those of the test file unless given. */
  readonly articles?: Articles;
  readonly guilds?: readonly GuildSpec[];
  /** How many interactions and messages the test makes fail; otherwise none may, also where an answer hides it. */
  readonly expectedFailures?: number;
}

/** What one test sees of a bot that serves the other tests of its file too. */
export interface Servers {
  /** The test's own servers and people. */
  readonly discord: LocalDiscord;
  /** What the process logs from now on, until it is restarted. */
  readonly bot: LoggedLines;
  /** The knowledge folder, to change while the bot runs. The next test finds it as it was. */
  readonly folder: string;
  /** Kills the process, and starts another in its place once this is done. */
  readonly restart: (prepare?: () => Promise<unknown>) => Promise<void>;
}

/** The first server of each test looks after the folder: the operator has named it before it is there. */
const KEEPER_IDS = Array.from({ length: 200 }, (_, number) =>
  String(1_300_000_000_000_000_000n + BigInt(number)),
);

interface Shared {
  readonly discord: LocalDiscord;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Those that no test has taken yet. */
  readonly keeperIds: string[];
  /** The process that runs, and before it those that ran. */
  readonly bots: [RunningBot, ...RunningBot[]];
  expectedFailures: number;
}

/**
 * Starts one local Discord and one real `npm start` for all tests of a file. What comes back adds servers and people for
 * the test that calls it, with the checks that a scene of its own has.
 *
 * Tests that see how the bot ends, or need another environment, start a scene of their own instead.
 *
 * @param articles files of the knowledge folder by name; the seed article unless given.
 */
export function shareBot(articles?: Articles): (options?: ServersOptions) => Promise<Servers> {
  let shared: Shared | undefined;
  beforeAll(async () => {
    const started = await start(articles ?? (await seedArticles()));
    shared = started;
    return () => end(started);
  });
  return async (options = {}) => {
    if (shared === undefined) throw new Error('the bot of this file is not running');
    await serve(shared, options.articles ?? articles ?? (await seedArticles()));
    return addServers(shared, options);
  };
}

async function start(articles: Articles): Promise<Shared> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  await prepareStore(folder);
  await writeArticles(folder, articles);
  const discord = await startLocalDiscord();
  const env = { KNOWLEDGE_GUILD_IDS: [discord.guilds[0]?.id ?? '', ...KEEPER_IDS].join(',') };
  const shared: Shared = {
    discord,
    folder,
    env,
    keeperIds: [...KEEPER_IDS],
    bots: [spawnBot(discord, folder, env)],
    expectedFailures: 0,
  };
  try {
    await registered(shared.bots[0]);
  } catch (error) {
    await stop(shared);
    throw error;
  }
  return shared;
}

/** What came after the test that caused it is found here. */
async function end(shared: Shared): Promise<void> {
  const { discord, bots, expectedFailures } = shared;
  await stop(shared);
  expect(bots.flatMap(failuresIn)).toHaveLength(expectedFailures);
  expectWellBehaved(discord);
}

async function stop({ discord, bots, folder }: Shared): Promise<void> {
  await bots[0].stop();
  await discord.stop();
  await removeStore(folder);
  await rm(folder, { recursive: true, force: true });
}

function addServers(
  shared: Shared,
  { guilds = DEFAULT_GUILDS, expectedFailures = 0 }: ServersOptions,
): Servers {
  const [first, ...others] = guilds;
  const id = shared.keeperIds.shift();
  if (first === undefined || id === undefined) throw new RangeError('more tests than servers in one file');
  const discord = shared.discord.addServers([{ id, ...first }, ...others]);
  const bot = shared.bots[0].fromNow();
  const lines = [bot];
  shared.expectedFailures += expectedFailures;
  onTestFinished(async () => {
    discord.faults.clear();
    if (expectedFailures > 0) await bot.logged(() => failuresIn(bot).length >= expectedFailures);
    discord.leaveServers();
    expect(lines.flatMap(failuresIn)).toHaveLength(expectedFailures);
    expectWellBehaved(discord);
  });
  const restart = async (prepare?: () => Promise<unknown>): Promise<void> =>
    void lines.push(await startAnother(shared, prepare));
  return { discord, bot, folder: shared.folder, restart };
}

async function startAnother(shared: Shared, prepare?: () => Promise<unknown>): Promise<LoggedLines> {
  const { discord, folder, env, bots } = shared;
  await bots[0].stop();
  await prepare?.();
  const bot = spawnBot(discord, folder, env);
  bots.unshift(bot);
  await registered(bot);
  return bot;
}

function expectWellBehaved({ violations, unhandledRoutes }: LocalDiscord): void {
  expect(violations).toEqual([]);
  expect(unhandledRoutes).toEqual([]);
}

/** Makes the bot answer from these articles, whatever the test before has left. */
async function serve({ discord, folder }: Shared, articles: Articles): Promise<void> {
  if (isDeepStrictEqual(await readArticles(folder), articles)) return;
  for (const name of (await readdir(folder)).filter((each) => !isHidden(each)))
    await rm(join(folder, name), { recursive: true });
  await writeArticles(folder, articles);
  const { message } = await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
  expect(wordsOf(message)).toMatch(/Refreshed|Nothing has changed/);
}

async function readArticles(folder: string): Promise<Articles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const names = paths.map((path) => relative(folder, path)).filter((name) => !isHidden(name));
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** The bot's store, which no article is. */
function isHidden(name: string): boolean {
  return name.startsWith('.');
}
