import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isRunning } from '../../src/kit/system.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { Channel } from '../local-discord/world/channels.ts';
import { temporaryFolder } from '../store/scene.ts';
import { type RunningBot, startBot } from './running-bot.ts';
import { registered, startedScene } from './scene.ts';
import { MEETING, posted } from './under-answers.ts';

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

test('two processes on one database reply to a mention and to a forum post once', async () => {
  const env = { DATABASE_URL: join(await temporaryFolder(), 'footnote.db') };
  const { discord, bot, folder } = await startedScene({ env });
  const {
    guilds: [home],
    people,
  } = discord;
  if (home === undefined) throw new Error('a local Discord has a guild');
  const { forum, channel, secondChannel } = home;
  const set = (subcommand: string, add: Channel) =>
    discord.interact(command({ name: 'settings', subcommand, options: { add }, user: people.administrator }));
  await set('forums', forum);
  const second = startBot(discord, folder, env);
  await registered(second);
  const decidedByBoth = () => Promise.all([bot, second].map((each) => each.fromNow().logged(isDone)));
  const postDecided = decidedByBoth();
  const thread = discord.post({ forum, title: MEETING });
  await postDecided;
  await vi.waitFor(() => expect(discord.listMessages(thread.id)).toHaveLength(1));
  expect(posted(discord)).toBe(1);

  const mentionDecided = decidedByBoth();
  discord.say({ channel, text: MEETING, mentionsBot: true });
  await mentionDecided;
  await vi.waitFor(() => expect(posted(discord)).toBe(3));
  expect(discord.listMessages(channel.id)).toHaveLength(1);

  // Where they do not answer mentions, a line says so, and stays for a while.
  await set('speak', secondChannel);
  await set('speak', forum);
  discord.say({ channel, text: MEETING, mentionsBot: true });
  await vi.waitFor(() => expect(posted(discord)).toBe(5));
  expect(discord.listMessages(channel.id)).toHaveLength(2);
});
