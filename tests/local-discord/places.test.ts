import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  type Interaction,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { command, messageMenu } from './interactions/requests.ts';
import { permission } from './world/permissions.ts';

const { Guild, BotDM, PrivateChannel } = InteractionContextType;
const { GuildInstall, UserInstall } = ApplicationIntegrationType;

const everywhere = {
  name: 'ask',
  description: 'Ask',
  contexts: [Guild, BotDM, PrivateChannel],
  integrationTypes: [GuildInstall, UserInstall],
};

/** Says where the bot believes to be. */
const whereabouts = {
  onInteraction: async (interaction: Interaction) => {
    if (!interaction.isRepliable()) return;
    const { context, authorizingIntegrationOwners, guild, guildId, guildLocale, locale } = interaction;
    const seen = { context, owners: authorizingIntegrationOwners, guild, guildId, guildLocale, locale };
    await interaction.reply({ content: JSON.stringify(seen), flags: MessageFlags.Ephemeral });
  },
};

async function seenIn(setting: Awaited<ReturnType<typeof logIn>>, place: object): Promise<unknown> {
  const { message } = await setting.discord.interact(command({ name: 'ask', ...place }));
  return JSON.parse(message?.content ?? '');
}

describe('a user who has installed the app', () => {
  test('brings it along to a guild without the bot, to groups and to direct messages', async () => {
    const setting = await logIn(whereabouts);
    const { discord, client } = setting;
    await client.application.commands.set([everywhere]);
    const { guildWithoutBot, privateChannel, people, guilds } = discord;
    const owners = { 1: people.member.id };
    expect(await seenIn(setting, { guild: guildWithoutBot })).toMatchObject({
      context: 0,
      owners,
      guild: null,
      guildId: guildWithoutBot.id,
      guildLocale: 'fr',
    });
    expect(await seenIn(setting, { channel: privateChannel })).toMatchObject({
      context: 2,
      owners,
      guildId: null,
    });
    expect(await seenIn(setting, { isDm: true, install: 'user' })).toMatchObject({ context: 1, owners });
    expect(await seenIn(setting, { isDm: true })).toMatchObject({ context: 1, owners: { 0: '0' } });
    expect(await seenIn(setting, { install: 'both' })).toMatchObject({
      context: 0,
      owners: { 0: guilds[0]?.id, ...owners },
    });
    expect(discord.violations).toEqual([]);
  });

  test('can follow up an answer 5 times there, and as often as it likes where the server has installed it', async () => {
    const { discord, errors } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isRepliable()) return;
        await interaction.reply('0');
        for (const text of ['1', '2', '3', '4', '5', '6']) await interaction.followUp(text);
      },
    });
    const refused = discord.nextRequest(({ errorCode }) => errorCode === 40094);
    const there = discord.dispatch(command({ name: 'ask', channel: discord.privateChannel }));
    await refused;
    expect(there.outcome.followUps).toHaveLength(5);
    await discord.dispatch(command({ name: 'ask' })).until(({ followUps }) => followUps.length === 6);
    expect(errors).toHaveLength(1);
  });

  test('does not let the bot into the channel itself', async () => {
    const { discord, client } = await logIn();
    for (const { id } of [discord.privateChannel, discord.guildWithoutBot.channel]) {
      const body = { content: 'here I am', allowed_mentions: { parse: [] } };
      const post = client.rest.post(`/channels/${id}/messages`, { body });
      await expect(post).rejects.toMatchObject({ status: 403, code: 50001 });
    }
  });

  test('lets it read the message whose menu was used, and hear nothing else', async () => {
    const heard: string[] = [];
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isMessageContextMenuCommand())
          await interaction.reply(interaction.targetMessage.content);
      },
      onMessage: async ({ content }) => {
        heard.push(content);
      },
    });
    const target = discord.say({ text: 'what is this?', channel: discord.privateChannel, mentionsBot: true });
    const { message } = await discord.interact(messageMenu({ name: 'Answer', target }));
    expect(message).toMatchObject({ content: target.content, channel_id: discord.privateChannel.id });
    expect(heard).toEqual([]);
  });
});

const { contexts: _everywhere, ...withoutContexts } = everywhere;

test.each([
  ['in a group, one for guilds', { ...everywhere, contexts: [Guild] }, 'privateChannel'],
  ['in a group, one of servers', { ...everywhere, integrationTypes: [GuildInstall] }, 'privateChannel'],
  ['in direct messages, one without them', { ...withoutContexts, dmPermission: false }, 'dm'],
  ['in a guild, one for private channels', { ...everywhere, contexts: [PrivateChannel] }, 'guild'],
] as const)('nobody can use a command %s', async (_where, definition, place) => {
  const { discord, client } = await logIn();
  await client.application.commands.set([definition]);
  const places = { privateChannel: { channel: discord.privateChannel }, dm: { isDm: true }, guild: {} };
  expect(() => discord.dispatch(command({ name: 'ask', ...places[place] }))).toThrow('is not offered');
});

test('a menu command without contexts is offered in direct messages too, and one of a server only there', async () => {
  const { discord, client } = await logIn(whereabouts);
  const [home, other] = discord.guilds;
  const menu = { type: ApplicationCommandType.Message, name: 'Answer' } as const;
  await client.application.commands.set([menu]);
  await discord.interact(messageMenu({ name: 'Answer', target: discord.say({ text: 'a', isDm: true }) }));
  await client.application.commands.set([{ name: 'local', description: 'd' }], home?.id ?? '');
  expect(() => discord.dispatch(command({ name: 'local', install: 'user' }))).toThrow('is not offered');
  expect(() =>
    discord.dispatch(command({ name: 'x', install: 'server', guild: discord.guildWithoutBot })),
  ).toThrow('not installed');
  // Nothing of that name is registered there: an invented command.
  await discord.interact(command({ name: 'local', ...(other ? { guild: other } : {}) }));
});

describe('channels and threads', () => {
  test('the client knows the text channels and the thread of a guild', async () => {
    const { discord, client } = await logIn();
    const [home] = discord.guilds;
    expect(client.channels.cache.get(home?.secondChannel.id ?? '')).toMatchObject({ name: 'help' });
    const thread = await client.channels.fetch(home?.thread.id ?? '', { force: true });
    expect(thread).toMatchObject({ type: ChannelType.PublicThread, parentId: home?.channel.id });
    expect(client.channels.cache.get(home?.thread.id ?? '')?.isSendable()).toBe(true);
  });

  test('people talk and use commands in any of them', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isRepliable())
          await interaction.reply(interaction.channel?.isThread() ? 'thread' : 'channel');
      },
      onMessage: async (message) => {
        if (!message.author.bot) await message.reply(message.channel.isThread() ? 'thread' : 'channel');
      },
    });
    const [home] = discord.guilds;
    if (!home) throw new Error('no guild');
    for (const [channel, kind] of [
      [home.thread, 'thread'],
      [home.secondChannel, 'channel'],
    ] as const) {
      expect((await discord.interact(command({ name: 'ask', channel }))).message?.content).toBe(kind);
      expect((await discord.ask({ text: 'a', channel, mentionsBot: true })).content).toBe(kind);
    }
  });
});

describe("the bot's permissions in a channel", () => {
  const answering = {
    onInteraction: async (interaction: Interaction) => {
      if (!interaction.isRepliable() || !interaction.inCachedGuild()) return;
      const { appPermissions, channel, guild } = interaction;
      const computed = guild.members.me && channel?.permissionsFor(guild.members.me);
      await interaction.reply(`${appPermissions.bitfield} ${computed?.bitfield}`);
    },
  };

  test('come with interactions as discord.js computes them, in threads those of the channel', async () => {
    const { discord } = await logIn(answering);
    const [home] = discord.guilds;
    if (!home) throw new Error('no guild');
    const seen = async (place: object) => {
      const { message } = await discord.interact(command({ name: 'ask', ...place }));
      const [told, computed] = (message?.content ?? '').split(' ').map(BigInt);
      expect(told).toBe(computed);
      return told ?? 0n;
    };
    expect((await seen({})) & permission.sendMessages).toBe(permission.sendMessages);
    discord.setBotPermissions(home.channel, {
      deny: permission.sendMessages,
      allow: permission.manageMessages,
    });
    for (const place of [{}, { channel: home.thread }]) {
      const held = await seen(place);
      expect([held & permission.sendMessages, held & permission.manageMessages]).toEqual([0n, 1n << 13n]);
    }
    expect((await seen({ channel: home.secondChannel })) & permission.sendMessages).not.toBe(0n);
  });

  test.each([
    ['writing', permission.sendMessages, 50013],
    ['embeds', permission.embedLinks, 50013],
    ['files', permission.attachFiles, 50013],
    ['seeing it', permission.viewChannel, 50001],
  ])('without %s a message is refused', async (_what, deny, code) => {
    const { discord, client } = await logIn();
    const [home] = discord.guilds;
    if (!home) throw new Error('no guild');
    const channel = await client.channels.fetch(home.channel.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const message = { embeds: [{ title: 't' }], files: [{ attachment: Buffer.from('a'), name: 'a.txt' }] };
    await channel.send(message);
    discord.setBotPermissions(home.channel, { deny });
    await expect(channel.send(message)).rejects.toMatchObject({ status: 403, code });
  });

  test('decide over threads by a permission of their own', async () => {
    const { discord, client } = await logIn();
    const [home] = discord.guilds;
    const thread = await client.channels.fetch(home?.thread.id ?? '');
    if (!home || !thread?.isThread()) throw new Error('no thread');
    discord.setBotPermissions(home.channel, { deny: permission.sendMessagesInThreads });
    await expect.poll(() => thread.sendable).toBe(false);
    await expect(thread.sendTyping()).rejects.toMatchObject({ code: 50013 });
    await expect(thread.send('a')).rejects.toMatchObject({ code: 50013 });
  });

  test('do not matter for answers to interactions, and hide a channel that it may not see', async () => {
    const heard: string[] = [];
    const { discord } = await logIn({
      ...whereabouts,
      onMessage: async ({ channelId }) => {
        heard.push(channelId);
      },
    });
    const [home] = discord.guilds;
    if (!home) throw new Error('no guild');
    discord.setBotPermissions(home.channel, { deny: permission.viewChannel | permission.sendMessages });
    await discord.interact(command({ name: 'ask' }));
    discord.say({ text: 'unheard', mentionsBot: true });
    discord.say({ text: 'heard', channel: home.secondChannel });
    await expect.poll(() => heard).toEqual([home.secondChannel.id]);
  });
});
