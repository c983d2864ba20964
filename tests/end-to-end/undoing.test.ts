import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { type Person, replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { keptByFirst, startedScene, writeArticles } from './scene.ts';
import { type Servers, shareBot } from './shared-bot.ts';
import { ask, labelsOf, menuOf, now, pick, shown, textOf } from './under-answers.ts';

const tower = (year: number) => ({ 'tower.txt': `The tower\n\nThe tower was built in ${year}.\n` });
const ARTICLES = { ...tower(1900), 'bridge.txt': 'The bridge\n\nThe bridge is blue.\n' };

const addServers = shareBot(ARTICLES);

const manager = ({ people }: LocalDiscord): Person =>
  replacePermissions(people.administrator, memberBits | permission.manageGuild);

async function undoBy(discord: LocalDiscord, user: Person): Promise<Message> {
  const outcome = await discord.interact(command({ name: 'refresh', options: { undo: true }, user }));
  expect(outcome.isEphemeral).toBe(true);
  return shown(outcome);
}

const refreshBy = (discord: LocalDiscord, user: Person) =>
  discord.interact(command({ name: 'refresh', user }));
const yearOf = async (discord: LocalDiscord) =>
  /in \*\*(\d+)\*\*/.exec(textOf((await discord.interact(ask('When was the tower built?'))).message))?.[1];
const values = (message: Message) => (menuOf(message).options ?? []).map(({ value }) => value);
const numbers = (message: Message) => values(message).map(Number);

/** Who manages the server goes back to the snapshot of this number. */
async function goBackTo(discord: LocalDiscord, number: number): Promise<Message> {
  const list = await undoBy(discord, manager(discord));
  await discord.interact(pick(list, values(list).indexOf(String(number)), { user: manager(discord) }));
  return now(discord, list);
}

/** The tower of 1900 has served; a moderator refreshes to that of 2000, and the bridge is gone. */
async function refreshFolder({ discord, folder }: Pick<Servers, 'discord' | 'folder'>): Promise<void> {
  await writeArticles(folder, tower(2000));
  await rm(join(folder, 'bridge.txt'));
  await refreshBy(discord, discord.people.moderator);
}

/** In servers of their own, with whatever other tests of this file have refreshed before. */
async function refreshedServers() {
  const servers = await addServers();
  await refreshFolder(servers);
  const [newest = 0] = numbers(await undoBy(servers.discord, manager(servers.discord)));
  return { ...servers, newest };
}

test('where nothing has changed yet there is nothing to choose; then who manages the server sees what served, with who and why, and goes back to it', async () => {
  const scene = await startedScene({ articles: ARTICLES, env: keptByFirst });
  const { discord } = scene;
  const none = await undoBy(discord, manager(discord));
  expect(textOf(none)).toContain('no earlier version to restore');
  expect(labelsOf(none)).toEqual([]);

  await refreshFolder(scene);
  const list = await undoBy(discord, manager(discord));
  expect(textOf(list)).toMatch(
    new RegExp(
      `\\*\\*2\\*\\* · <t:\\d+:f> · \`/refresh\` · <@${discord.people.moderator.id}>.*\\*\\*1\\*\\* · <t:\\d+:f> · the bot started`,
    ),
  );
  expect(values(list)).toEqual(['2', '1']);
  expect(menuOf(list).options?.[0]).toMatchObject({
    label: expect.stringMatching(/^2 · .* UTC$/),
    description: '1 article · Passages: 0 added, 1 removed, 1 changed',
  });
  await discord.interact(pick(list, 1, { user: manager(discord) }));
  expect(textOf(now(discord, list))).toContain('Refreshed: 2 articles');
  expect(textOf(now(discord, list))).toContain('This lasts until the folder is read again');
  expect(await yearOf(discord)).toBe('1900');
  expect(textOf((await discord.interact(ask('Is the bridge blue?'))).message)).toContain('blue');
  await goBackTo(discord, 2);
  expect(await yearOf(discord)).toBe('2000');
  expect(values(await undoBy(discord, manager(discord)))).toEqual(['4', '3', '2', '1']);
});

test('a refresh reads the folder again, and so does a restart, which is listed too', async () => {
  const { discord, restart, newest } = await refreshedServers();
  const before = newest - 1;
  await goBackTo(discord, before);
  await refreshBy(discord, discord.people.moderator);
  expect(await yearOf(discord)).toBe('2000');
  await goBackTo(discord, before);
  expect(await yearOf(discord)).toBe('1900');
  await restart();
  expect(await yearOf(discord)).toBe('2000');
  const after = await undoBy(discord, manager(discord));
  expect(textOf(after)).toMatch(
    new RegExp(`\\*\\*${newest + 4}\\*\\* · <t:\\d+:f> · the bot started\\\\n- \\*\\*${newest + 3}\\*\\*`),
  );
  await goBackTo(discord, before);
  expect(await yearOf(discord)).toBe('1900');
});

test('a moderator who does not manage the server is told what it needs, at the command and in the menu', async () => {
  const { discord } = await refreshedServers();
  const { moderator } = discord.people;
  expect(textOf(await undoBy(discord, moderator))).toContain('Manage Server');
  const list = await undoBy(discord, manager(discord));
  const demoted = replacePermissions(discord.people.administrator, memberBits | permission.manageMessages);
  const refused = await discord.interact(pick(list, 1, { user: demoted }));
  expect(refused.followUps.map(textOf).join()).toContain('Manage Server');
  expect(await yearOf(discord)).toBe('2000');
});

test('what is not on offer, and what is no longer kept, is told and changes nothing', async () => {
  const { discord } = await refreshedServers();
  const list = await undoBy(discord, manager(discord));
  const { custom_id: customId = '' } = menuOf(list);
  for (const value of ['99', '0', '-1', 'x; drop table', '9'.repeat(90)]) {
    const forged = select({
      message: list,
      customId,
      values: [value],
      user: manager(discord),
      isForged: true,
    });
    const refused = await discord.interact(forged);
    expect(refused.followUps.map(textOf).join()).toContain('no longer available');
  }
  expect(await yearOf(discord)).toBe('2000');
});
