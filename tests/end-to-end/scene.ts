import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { type LocalDiscordOptions, startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { type LoggedLines, type LogLine, type RunningBot, startBot } from './running-bot.ts';
import { prepareStore, removeStore } from './scene-store.ts';

export type Articles = Readonly<Record<string, string>>;

type Environment = Readonly<Record<string, string>>;

export interface SceneOptions {
  /** Files of the knowledge folder by name; the seed article unless given. */
  readonly articles?: Articles;
  readonly discord?: LocalDiscordOptions;
  /**
   * What is set beside what a bot needs; may name what the local Discord has made. The first server looks after the folder unless
   * something else is set.
   */
  readonly env?: Environment | ((discord: LocalDiscord) => Environment);
  /** How many interactions and messages the test makes fail; otherwise none may, also where an answer hides it. */
  readonly expectedFailures?: number;
  /** Prepares faults that are to strike while the bot starts. */
  readonly before?: (discord: LocalDiscord) => void;
}

export interface Scene {
  readonly discord: LocalDiscord;
  readonly bot: RunningBot;
  /** The knowledge folder, to change while the bot runs. */
  readonly folder: string;
  /** What was set for the bot beside what it needs. */
  readonly env: Environment;
}

const FAILURES: readonly string[] = ['interaction failed', 'message failed', 'post failed', 'not answered'];

/** Those of the log's lines that say that somebody was not answered as they should have been. */
export function failuresIn({ log }: LoggedLines): readonly LogLine[] {
  return log.filter(({ msg }) => FAILURES.includes(msg));
}

/**
 * A local Discord and a real `npm start` that uses it; both end with the test, which fails where the bot has sent a
 * body that Discord would refuse or asked for a route that the local Discord does not know. Nothing is waited for.
 */
export async function startScene(scene: SceneOptions = {}): Promise<Scene> {
  const { articles, discord: options = {}, before, expectedFailures = 0 } = scene;
  const discord = await startLocalDiscord(options);
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expect(discord.unhandledRoutes).toEqual([]);
  });
  before?.(discord);
  const folder = await mkdtemp(join(tmpdir(), 'footnote-'));
  onTestFinished(async () => {
    await removeStore(folder);
    await rm(folder, { recursive: true, force: true });
  });
  await prepareStore(folder);
  await writeArticles(folder, articles ?? (await seedArticles()));
  const given = typeof scene.env === 'function' ? scene.env(discord) : (scene.env ?? {});
  const env = { ...keptByFirst(discord), ...given };
  const bot = startBot(discord, folder, env);
  onTestFinished(() => {
    expect(failuresIn(bot)).toHaveLength(expectedFailures);
  });
  return { discord, bot, folder, env };
}

/** The same, once the bot is connected and its commands are registered. */
export async function startedScene(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene(options);
  await registered(scene.bot);
  return scene;
}

export async function writeArticles(folder: string, articles: Articles): Promise<void> {
  for (const [name, text] of Object.entries(articles)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** The folder that the project comes with. */
export async function seedArticles(): Promise<Articles> {
  const name = 'russian-fcs-meeting.md';
  return { [name]: await readFile(join('knowledge', name), 'utf8') };
}

/** Names a server whose moderators look after the folder, the first one, as `env` of a scene. */
export const keptByFirst = ({ guilds: [home] }: LocalDiscord): Environment => ({
  KNOWLEDGE_GUILD_IDS: home?.id ?? '',
});

/** The bot ends, and another process takes its place. */
export async function restarted(
  { discord, bot, folder, env }: Scene,
  prepare?: () => Promise<void>,
): Promise<void> {
  await bot.stop();
  await prepare?.();
  await registered(startBot(discord, folder, env));
}

/** Resolves once the bot is connected and its commands are registered. */
export async function registered(bot: RunningBot): Promise<void> {
  await bot.logged(({ msg }) => msg === 'commands registered');
}
