import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import { replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import type { RunningBot } from './running-bot.ts';
import { startedScene, writeArticles } from './scene.ts';
import { ask, textOf, wordsOf } from './under-answers.ts';

const env = { AUTO_REFRESH: 'on' };
const tower = (year: number) => `---\ntitle: The tower\n---\n\nThe tower was built in ${year}.\n`;
const WHEN = ask('When was the tower built?');

/** The bot has taken in changed files for the n-th time. */
async function takenIn(bot: RunningBot, times: number): Promise<void> {
  await bot.logged(() => bot.log.filter(({ cause }) => Object(cause).kind === 'files').length >= times);
}

test('changed files are taken in by themselves and told in the log channel; a half-written one is not, and an emptied folder leaves the old articles answering', async () => {
  const { discord, bot, folder } = await startedScene({
    articles: { 'a.txt': 'A\n\nNothing else.\n', 'tower.md': tower(1900) },
    env,
  });
  const [guild] = discord.guilds;
  if (guild === undefined) throw new Error('a local Discord has a guild');
  const user = replacePermissions(discord.people.administrator, memberBits | permission.manageGuild);
  const options = { channel: guild.secondChannel };
  await discord.interact(command({ name: 'settings', subcommand: 'log', options, user }));

  await writeArticles(folder, { 'tower.md': tower(2000) });
  await takenIn(bot, 1);
  expect(textOf((await discord.interact(WHEN)).message)).toContain('**2000**');
  await discord.firstRequest(({ path, method, body }) => {
    const isPost = method === 'POST' && path.includes(guild.secondChannel.id);
    return isPost && JSON.stringify(body).includes('files changed');
  });
  const told = discord.findLastMessage(guild.secondChannel.id);
  expect(wordsOf(told)).toMatch(/^-# files changed\n/);
  expect(textOf(told)).toContain('1 changed');

  await writeArticles(folder, { 'tower.md': '---\ntitle: The tower\n' });
  await takenIn(bot, 2);
  expect(textOf((await discord.interact(WHEN)).message)).toContain('**2000**');
  await appendFile(join(folder, 'tower.md'), '---\n\nThe tower was built in 1950.\n');
  await takenIn(bot, 3);
  expect(textOf((await discord.interact(WHEN)).message)).toContain('**1950**');

  for (const name of ['a.txt', 'tower.md']) await rm(join(folder, name));
  await bot.logged(({ msg }) => msg === 'files changed, but were not taken in');
  expect(textOf((await discord.interact(WHEN)).message)).toContain('**1950**');
});
