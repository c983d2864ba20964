import { Events, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn, makeClient } from './client-under-test.ts';
import { command } from './interactions/requests.ts';

const body = { content: 'here I am', allowed_mentions: { parse: [] } };

/** A client in both guilds, and the names of those that it joined and left since. */
async function inBoth(onInteraction: (interaction: Interaction) => Promise<unknown> = async () => {}) {
  const heard: string[] = [];
  const changes: string[] = [];
  const setting = await logIn({
    onInteraction,
    onMessage: async ({ content }) => {
      heard.push(content);
    },
  });
  const { client, discord } = setting;
  client.on(Events.GuildDelete, ({ name }) => changes.push(`left ${name}`));
  client.on(Events.GuildCreate, ({ name }) => changes.push(`joined ${name}`));
  const [home, other] = discord.guilds;
  if (!home || !other) throw new Error('no guilds');
  return { ...setting, home, other, heard, changes };
}

describe('a bot that is removed from a guild', () => {
  test('is told, has no access any more, and hears of the other guilds only', async () => {
    const { discord, client, home, other, heard, changes } = await inBoth();
    const { id } = discord.say({ text: 'before', channel: home.channel, mentionsBot: true });
    discord.removeBotFrom(home);
    await expect.poll(() => changes).toEqual(['left Reading Room']);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Other Guild']);
    const there = `/channels/${home.channel.id}` as const;
    const commands = `/applications/${client.application.id}/guilds/${home.id}/commands` as const;
    const refused = { status: 403, code: 50001 };
    await expect(client.rest.post(`${there}/messages`, { body })).rejects.toMatchObject(refused);
    await expect(client.rest.get(`${there}/messages/${id}`)).rejects.toMatchObject(refused);
    await expect(client.rest.get(`/channels/${home.thread.id}`)).rejects.toMatchObject(refused);
    await expect(client.rest.put(commands, { body: [] })).rejects.toMatchObject(refused);
    await expect(client.rest.get(`/guilds/${home.id}`)).rejects.toMatchObject({ status: 404, code: 10004 });
    discord.say({ text: 'unheard', channel: home.channel, mentionsBot: true });
    discord.say({ text: 'heard', channel: other.channel, mentionsBot: true });
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[1]).toContain(' heard');
    expect(discord.violations).toEqual([]);
  });

  test('still answers what was asked before, and comes along with users who have installed it', async () => {
    const { discord, home, changes } = await inBoth(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await expect.poll(() => changes.length).toBe(1);
      await interaction.editReply('late');
    });
    const asked = discord.dispatch(command({ name: 'ask' }));
    await asked.acknowledged();
    discord.removeBotFrom(home);
    expect((await asked.final()).message?.content).toBe('late');
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('late');
    expect(() => discord.dispatch(command({ name: 'ask', install: 'server' }))).toThrow('not installed');
  });

  test('does not find the guild when it starts anew', async () => {
    const { discord, home } = await inBoth();
    discord.removeBotFrom(home);
    const anew = makeClient(discord);
    const isReady = new Promise((resolve) => anew.once(Events.ClientReady, resolve));
    await anew.login(discord.token);
    await isReady;
    expect(anew.guilds.cache.map(({ name }) => name)).toEqual(['Other Guild']);
    expect(() => discord.removeBotFrom(home)).toThrow('is not in Reading Room');
  });
});

describe('a member', () => {
  test('is found in the guilds that the bot is in, until they leave, of which nothing is told', async () => {
    const { discord, client, home, other } = await inBoth();
    const { member } = discord.people;
    const found = (guildId: string) =>
      client.guilds.resolve(guildId)?.members.fetch({ user: member.id, force: true });
    expect((await found(home.id))?.user.username).toBe('mia');
    discord.removeFrom(home, member);
    await expect(found(home.id)).rejects.toMatchObject({ status: 404, code: 10007 });
    expect((await found(other.id))?.user.username).toBe('mia');
    const path = `/guilds/${discord.guildWithoutBot.id}/members/${member.id}` as const;
    await expect(client.rest.get(path)).rejects.toMatchObject({ status: 403, code: 50001 });
    const nobody = `/guilds/${other.id}/members/${home.id}` as const;
    await expect(client.rest.get(nobody)).rejects.toMatchObject({ status: 404, code: 10013 });
  });

  test('is found with the roles that they were given last', async () => {
    const { discord, client, home } = await inBoth();
    const { helpers, news } = home.roles;
    const roles = async () => {
      const member = client.guilds.resolve(home.id)?.members;
      const found = await member?.fetch({ user: discord.people.member.id, force: true });
      return found?.roles.cache.map(({ name }) => name).toSorted();
    };
    discord.giveRoles(discord.people.member, helpers, news);
    expect(await roles()).toEqual(['@everyone', 'Helpers', 'News']);
    expect(discord.giveRoles(discord.people.member, news).roleIds).toEqual([news.id]);
    expect(await roles()).toEqual(['@everyone', 'News']);
  });
});

describe('a bot that is added to a guild', () => {
  test('again has access, without the guild’s commands of before', async () => {
    const { discord, client, home, changes } = await inBoth();
    const { commands } = client.application;
    await commands.set([{ name: 'local', description: 'd' }], home.id);
    discord.removeBotFrom(home);
    discord.addBotTo(home);
    await expect.poll(() => changes).toEqual(['left Reading Room', 'joined Reading Room']);
    const channel = await client.channels.fetch(home.channel.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    await channel.send('back again');
    expect(discord.findLastMessage(home.channel.id)?.content).toBe('back again');
    expect((await commands.fetch({ guildId: home.id })).size).toBe(0);
    expect(() => discord.addBotTo(home)).toThrow('is in Reading Room');
  });

  test('for the first time knows its channels and answers there', async () => {
    const { discord, client, changes } = await inBoth(async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply(interaction.guild?.name ?? 'unknown');
    });
    const guild = discord.guildWithoutBot;
    discord.addBotTo(guild);
    await expect.poll(() => changes).toEqual(['joined Guild Without Bot']);
    expect(client.channels.cache.has(guild.secondChannel.id)).toBe(true);
    await client.application.commands.set([{ name: 'local', description: 'd' }], guild.id);
    const answered = await discord.interact(command({ name: 'local', guild, install: 'server' }));
    expect(answered.message?.content).toBe('Guild Without Bot');
    expect(discord.violations).toEqual([]);
  });
});
