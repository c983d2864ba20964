import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isRunning } from '../../src/discord/connection/second-process.ts';
import { temporaryFolder } from '../store/scene.ts';
import type { RunningBot } from './running-bot.ts';
import { startBot } from './running-bot.ts';
import { startedScene } from './scene.ts';

const started = (bot: RunningBot) => bot.logged(({ msg }) => msg === 'commands registered');
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
