import { expect, test } from 'vitest';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { replacePermissions } from '../local-discord/world/people.ts';
import { memberBits, permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { labelsOf, press, shown, textOf } from './under-answers.ts';

const ARTICLES = {
  'tower.md':
    '---\ntitle: The tower\npinned: [When was the tower built?]\n---\nThe tower was built in 1900.\n',
};
const addServers = shareBot(ARTICLES);
const GREETED = { name: 'New', hasSystemChannel: true };

function homeOf({ guilds: [home] }: LocalDiscord): Guild {
  if (home === undefined) throw new Error('a local Discord has a guild');
  return home;
}

/** All that stands in the channel where a server welcomes its members. */
const listGreetings = (
  discord: LocalDiscord,
  { secondChannel }: Guild = homeOf(discord),
): readonly Message[] => discord.listMessages(secondChannel.id);

/** The greeting, once it is there. */
async function greetingIn(discord: LocalDiscord, guild = homeOf(discord)): Promise<Message> {
  await expect.poll(() => listGreetings(discord, guild).length).toBe(1);
  return shown({ message: listGreetings(discord, guild)[0] });
}

test('a server that the bot joins reads what it does, with a way to set it up and to try it, and pings nobody', async () => {
  const { discord } = await addServers({ guilds: [GREETED] });
  const greeting = await greetingIn(discord);
  expect(textOf(greeting)).toMatch(/<\/ask:\d+> or mention me\. I answer in the exact words/);
  expect(labelsOf(greeting)).toEqual(['Set up', 'Add an article', 'When was the tower built?']);
  expect([greeting.mention_everyone, greeting.mentions, greeting.mention_roles]).toEqual([false, [], []]);

  const user = replacePermissions(discord.people.administrator, memberBits | permission.manageGuild);
  const screen = await discord.interact(press(greeting, 'Set up', { user }));
  expect(screen.isEphemeral).toBe(true);
  expect(textOf(screen.message)).toContain('Settings of this server');
  const refused = await discord.interact(press(greeting, 'Set up'));
  expect(refused.isEphemeral).toBe(true);
  expect(textOf(refused.message)).toContain('Only members who manage the server can do this');
  const form = await discord.interact(press(greeting, 'Add an article', { user: discord.people.moderator }));
  expect(form.modal?.title).toBe('An article for this server');
  const closed = await discord.interact(press(greeting, 'Add an article'));
  expect(textOf(closed.message)).toContain('Only moderators can do this');
  const tried = await discord.interact(press(greeting, 'When was the tower built?'));
  expect(tried.isEphemeral).toBe(true);
  expect(textOf(tried.message)).toContain('1900');
});

test('a server is greeted once: not again after a restart, or when the bot is added again', async () => {
  const { discord, restart } = await addServers({ guilds: [GREETED] });
  await greetingIn(discord);
  await restart();
  discord.removeBotFrom(homeOf(discord));
  discord.addBotTo(homeOf(discord));
  // The server that is added after it is greeted after it.
  const later = await addServers({ guilds: [GREETED] });
  await greetingIn(later.discord);
  expect(listGreetings(discord)).toHaveLength(1);
});

test('a server is greeted in its language, and nowhere else when the bot may not write in its system channel', async () => {
  const { discord, bot } = await addServers();
  const { guildWithoutBot } = discord;
  discord.setBotPermissions(guildWithoutBot.secondChannel, { deny: permission.sendMessages });
  discord.addBotTo(guildWithoutBot);
  await bot.logged(
    ({ msg, ...line }) => msg.startsWith('not greeted') && line['guildId'] === guildWithoutBot.id,
  );
  expect(listGreetings(discord, guildWithoutBot)).toEqual([]);
  discord.removeBotFrom(guildWithoutBot);

  const others = await addServers();
  others.discord.addBotTo(others.discord.guildWithoutBot);
  const greeting = await greetingIn(others.discord, others.discord.guildWithoutBot);
  expect(textOf(greeting)).toContain('Bonjour');
  expect(labelsOf(greeting)).toContain('Configurer');
  others.discord.removeBotFrom(others.discord.guildWithoutBot);
});

test('a server that the bot is in when it starts is not greeted', async () => {
  const { discord, restart } = await addServers({ guilds: [{ name: 'Old' }] });
  const { guildWithoutBot } = discord;
  await restart(async () => discord.addBotTo(guildWithoutBot));
  const later = await addServers({ guilds: [GREETED] });
  await greetingIn(later.discord);
  expect(listGreetings(discord, guildWithoutBot)).toEqual([]);
  discord.removeBotFrom(guildWithoutBot);
});

test('whoever added the bot is told in private where it may not write, if the audit log tells who', async () => {
  const { discord } = await addServers();
  const { guildWithoutBot: guild, people } = discord;
  discord.setBotPermissions(guild.secondChannel, { deny: permission.sendMessages });
  const sent = discord.nextRequest(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  discord.addBotTo(guild, people.administrator);
  const { path } = await sent;
  const told = discord.findLastMessage(/channels\/(\d+)/.exec(path)?.[1] ?? '');
  expect(textOf(told)).toContain('Je suis maintenant sur **Guild Without Bot**');
  expect(textOf(told)).toContain('Bonjour');
  expect(listGreetings(discord, guild)).toEqual([]);
  discord.removeBotFrom(guild);
});
