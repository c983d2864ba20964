import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isRunning } from '../../src/discord/connection/second-process.ts';
import { command } from '../local-discord/interactions/requests.ts';
import { temporaryFolder } from '../store/scene.ts';
import type { RunningBot } from './running-bot.ts';
import { startBot } from './running-bot.ts';
import { registered, startedScene } from './scene.ts';
import { posted } from './under-answers.ts';

// These share a file, and serve the same shards. Processes that share a PostgreSQL database divide them.
const started = (bot: RunningBot) => bot.logged(({ msg }) => msg === 'commands registered');
const isDone = ({ msg }: { readonly msg: string }) => msg === 'asked' || msg === 'post passed over';
const warnings = (bot: RunningBot) => bot.log.filter(({ msg }) => msg.startsWith('another process'));

test('a second process on the same database is warned of, one that was killed is not', async () => {
  const env = { DATABASE_URL: join(await temporaryFolder(), 'footnote.db') };
  const { discord, bot, folder } = await startedScene({ env });
  expect(warnings(bot)).toEqual([]);
  const second = startBot(discord, folder, env);
  const warning = await second.logged(({ msg }) => msg.startsWith('another process'));
  expect(warning).toMatchObject({
    level: 40,
    msg: expect.stringContaining(`stop process ${bot.pid} on`),
    other: { pid: bot.pid },
  });
  expect(second.pid).not.toBe(bot.pid);
  for (const killed of [second, bot]) {
    await killed.stop();
    // Its pipes are closed a little before it has ended.
    await vi.waitFor(() => expect(isRunning(killed.pid)).toBe(false), { timeout: 10_000 });
  }
  const third = startBot(discord, folder, env);
  await started(third);
  expect(warnings(third)).toEqual([]);
});

test('two processes on one database reply to a forum post once', async () => {
  const env = { DATABASE_URL: join(await temporaryFolder(), 'footnote.db') };
  const { discord, bot, folder } = await startedScene({ env });
  const {
    guilds: [home],
    people,
  } = discord;
  if (home === undefined) throw new Error('a local Discord has a guild');
  const { forum } = home;
  const options = { add: forum };
  await discord.interact(
    command({ name: 'settings', subcommand: 'forums', options, user: people.administrator }),
  );
  const second = startBot(discord, folder, env);
  await registered(second);
  const thread = discord.post({ forum, title: 'When was the meeting held?' });
  await Promise.all([bot, second].map((each) => each.logged(isDone)));
  await vi.waitFor(() => expect(discord.listMessages(thread.id)).toHaveLength(1));
  expect(posted(discord)).toBe(1);
});
