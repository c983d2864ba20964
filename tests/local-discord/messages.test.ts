import { type ClientOptions, Events, GatewayIntentBits, type Message, MessageType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn, makeClient, startTestDiscord } from './client-under-test.ts';
import { command } from './interactions/requests.ts';
import type { LocalDiscord } from './local-discord.ts';
import { permission } from './world/permissions.ts';

const { Guilds, GuildMessages, MessageContent, GuildMessageReactions } = GatewayIntentBits;

/** A client in the first channel of the first guild, and what it hears there. */
async function inChannel() {
  const heard: Message[] = [];
  const setting = await logIn({
    onMessage: async (message) => {
      heard.push(message);
    },
  });
  const home = homeOf(setting.discord);
  const channel = await setting.client.channels.fetch(home.channel.id);
  if (!channel?.isSendable()) throw new Error('no channel');
  return { ...setting, home, channel, heard, path: `/channels/${channel.id}/messages` as const };
}

function homeOf({ guilds: [home] }: LocalDiscord) {
  if (!home) throw new Error('no guild');
  return home;
}

/** A client with these intents, once it is READY. */
async function readyClient(discord: LocalDiscord, intents: ClientOptions['intents']) {
  const client = makeClient(discord, { intents });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  return client;
}

describe('a reply to the bot', () => {
  test('pings it and is readable; without the ping it is not, unless it mentions the bot', async () => {
    const { discord, channel, heard } = await inChannel();
    const sent = await channel.send('one');
    const own = discord.findMessage(sent.id);
    if (!own) throw new Error('not sent');
    discord.say({ text: 'pinging', replyTo: own });
    discord.say({ text: 'silent', replyTo: own, isReplySilent: true });
    discord.say({ text: 'silent with mention', replyTo: own, isReplySilent: true, mentionsBot: true });
    await expect.poll(() => heard.length).toBe(4);
    const replies = heard.slice(1);
    expect(replies.map(({ content }) => content)).toEqual([
      'pinging',
      '',
      `<@${discord.applicationId}> silent with mention`,
    ]);
    expect(replies.map(({ mentions }) => mentions.repliedUser?.id)).toEqual(
      Array(3).fill(discord.applicationId),
    );
    expect(replies.map(({ mentions }) => mentions.users.size)).toEqual([1, 0, 1]);
    expect(new Set(replies.map(({ reference }) => reference?.messageId))).toEqual(new Set([sent.id]));
    expect(new Set(replies.map(({ type }) => type))).toEqual(new Set([MessageType.Reply]));
  });

  test('carries the message that it replies to, null when that is gone', async () => {
    const { discord, client, channel, path } = await inChannel();
    const events: unknown[] = [];
    client.on(Events.Raw, ({ t, d }: { t: string; d: unknown }) => {
      if (t === 'MESSAGE_CREATE') events.push(d);
    });
    const own = discord.findMessage((await channel.send('one')).id);
    if (!own) throw new Error('not sent');
    const reply = discord.say({ text: 'two', replyTo: own });
    const stranger = discord.say({ text: 'not for the bot' });
    discord.say({ text: 'also not', replyTo: stranger });
    await expect.poll(() => events.length).toBe(4);
    expect(events[1]).toMatchObject({ referenced_message: { id: own.id, content: 'one' } });
    // The content of the answered message is hidden like any other.
    expect(events[3]).toMatchObject({ content: '', referenced_message: { id: stranger.id, content: '' } });
    expect(await client.rest.get(`${path}/${reply.id}`)).toMatchObject({
      content: 'two',
      referenced_message: { content: 'one' },
    });
    discord.deleteMessage(own);
    expect(await client.rest.get(`${path}/${reply.id}`)).toMatchObject({ referenced_message: null });
  });

  test('stays in its channel', async () => {
    const { discord, home } = await inChannel();
    const replyTo = discord.say({ text: 'a' });
    expect(() => discord.say({ text: 'b', channel: home.thread, replyTo })).toThrow('stays in its channel');
  });
});

describe('a reply of the bot', () => {
  test('pings whom it answers only when asked to', async () => {
    const { discord, channel } = await inChannel();
    const asked = discord.say({ text: 'a?', user: discord.people.moderator });
    const reply = { messageReference: asked.id };
    const silent = await channel.send({ content: 'b', reply });
    const loud = await channel.send({
      content: 'b',
      reply,
      allowedMentions: { parse: [], repliedUser: true },
    });
    const pinged = [silent, loud].map(({ id }) =>
      discord.findMessage(id)?.mentions.map(({ username }) => username),
    );
    expect(pinged).toEqual([[], ['theo']]);
    expect(discord.violations).toEqual([]);
  });

  test('to a message that is gone is refused, or becomes a plain message', async () => {
    const { discord, channel } = await inChannel();
    const asked = discord.say({ text: 'a?' });
    discord.deleteMessage(asked);
    const replying = (failIfNotExists: boolean) =>
      channel.send({ content: 'b', reply: { messageReference: asked.id, failIfNotExists } });
    await expect(replying(true)).rejects.toMatchObject({
      code: 50035,
      rawError: { errors: { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } } },
    });
    expect(await replying(false)).toMatchObject({ type: MessageType.Default, reference: null });
    expect(discord.violations).toEqual([]);
  });

  test('needs the permission to read back (160002)', async () => {
    const { discord, channel, home } = await inChannel();
    const asked = discord.say({ text: 'a?' });
    discord.setBotPermissions(home.channel, { deny: permission.readMessageHistory });
    const reply = channel.send({ content: 'b', reply: { messageReference: asked.id } });
    await expect(reply).rejects.toMatchObject({ code: 160002 });
    await expect(channel.messages.fetch({ message: asked.id, force: true })).rejects.toMatchObject({
      code: 50013,
    });
  });
});

describe("others' messages", () => {
  test('are deleted, and their embeds suppressed, with the permission to manage messages', async () => {
    const { discord, client, home, path } = await inChannel();
    const theirs = discord.say({ text: 'https://example.org' });
    const remove = () => client.rest.delete(`${path}/${theirs.id}`);
    const suppress = () =>
      client.rest.patch(`${path}/${theirs.id}`, { body: { flags: 4, allowed_mentions: { parse: [] } } });
    await expect(remove()).rejects.toMatchObject({ status: 403, code: 50013 });
    await expect(suppress()).rejects.toMatchObject({ status: 403, code: 50013 });
    discord.setBotPermissions(home.channel, { allow: permission.manageMessages });
    await suppress();
    expect(discord.findMessage(theirs.id)).toMatchObject({ flags: 4, content: 'https://example.org' });
    await remove();
    expect(discord.findMessage(theirs.id)).toBeUndefined();
  });

  test('stay in direct messages (50003)', async () => {
    const { discord, client } = await inChannel();
    const { id, channel_id: channel } = discord.say({ text: 'a', isDm: true });
    await expect(client.rest.delete(`/channels/${channel}/messages/${id}`)).rejects.toMatchObject({
      code: 50003,
    });
  });

  test('are fetched without content too, unless the privileged intent was granted', async () => {
    const { discord, client, path } = await inChannel();
    const { id } = discord.say({ text: 'secret' });
    expect(await client.rest.get(`${path}/${id}`)).toMatchObject({ content: '' });
    const granted = await startTestDiscord({ privilegedIntents: 'granted' });
    const reader = await readyClient(granted, [Guilds, GuildMessages, MessageContent]);
    const said = granted.say({ text: 'open' });
    expect(await reader.rest.get(`/channels/${said.channel_id}/messages/${said.id}`)).toMatchObject({
      content: 'open',
    });
  });

  test('of bots and webhooks are marked as such', async () => {
    const { discord, heard } = await inChannel();
    discord.say({ text: 'a', user: discord.people.otherBot });
    discord.say({ text: 'b', webhook: 'News', mentionsBot: true });
    discord.say({ text: 'c' });
    await expect.poll(() => heard.length).toBe(3);
    expect(heard.map(({ author, webhookId }) => [author.bot, webhookId !== null])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    expect(heard[1]).toMatchObject({
      member: null,
      author: { username: 'News' },
      content: expect.stringContaining('b'),
    });
  });
});

test("the bot's own messages come back to it, answers to interactions too, except ephemeral ones", async () => {
  const heard: Message[] = [];
  const { discord, client } = await logIn({
    onInteraction: async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply('first');
      await interaction.followUp({ content: 'hidden', flags: 'Ephemeral' });
    },
    onMessage: async (message) => {
      heard.push(message);
    },
  });
  await discord.dispatch(command({ name: 'ask' })).until(({ followUps }) => followUps.length === 1);
  const channel = await client.channels.fetch(homeOf(discord).channel.id);
  if (!channel?.isSendable()) throw new Error('no channel');
  await channel.send('second');
  await expect.poll(() => heard.map(({ content }) => content)).toEqual(['first', 'second']);
  expect(heard.map(({ author }) => author.id)).toEqual(Array(2).fill(client.user.id));
  expect(heard.map(({ type }) => type)).toEqual([MessageType.ChatInputCommand, MessageType.Default]);
});

test('roles are pinged where they are allowed and mentionable', async () => {
  const { discord, channel, home } = await inChannel();
  const { helpers, news } = home.roles;
  const content = `<@&${helpers.id}> <@&${news.id}>`;
  const roles = [helpers.id, news.id];
  const pinged = async (allowedMentions: { parse: []; roles?: string[] }) => {
    const { id } = await channel.send({ content, allowedMentions });
    return discord.findMessage(id)?.mention_roles;
  };
  expect(await pinged({ parse: [] })).toEqual([]);
  expect(await pinged({ parse: [], roles: [helpers.id] })).toEqual([]);
  expect(await pinged({ parse: [], roles })).toEqual([news.id]);
  discord.setBotPermissions(home.channel, { allow: permission.mentionEveryone });
  expect(await pinged({ parse: [], roles })).toEqual(roles);
  expect(discord.violations).toEqual([]);
});

describe('reactions of the bot', () => {
  test('are added, taken back, and told to whoever wants to know', async () => {
    const { discord, client } = await logIn();
    const reader = await readyClient(discord, [Guilds, GuildMessages, GuildMessageReactions]);
    const { id, channel_id: channelId } = discord.say({ text: 'a', mentionsBot: true });
    const told: (string | null)[] = [];
    reader.on(Events.Raw, ({ t, d }: { t: string; d: { emoji: { name: string } } }) => {
      if (t?.startsWith('MESSAGE_REACTION')) told.push(`${t} ${d.emoji.name}`);
    });
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isTextBased()) throw new Error('no channel');
    const message = await channel.messages.fetch(id);
    const reaction = await message.react('👀');
    await message.react('👀');
    expect(discord.findMessage(id)?.reactions).toEqual([
      { emoji: { id: null, name: '👀' }, count: 1, me: true },
    ]);
    await reaction.users.remove();
    expect(discord.findMessage(id)?.reactions).toEqual([]);
    await expect.poll(() => told).toEqual(['MESSAGE_REACTION_ADD 👀', 'MESSAGE_REACTION_REMOVE 👀']);
    expect(discord.unhandledRoutes).toEqual([]);
  });

  test('need an emoji, room and permissions', async () => {
    const { discord, client, home, path } = await inChannel();
    const { id } = discord.say({ text: 'a' });
    const react = (emoji: string) =>
      client.rest.put(`${path}/${id}/reactions/${encodeURIComponent(emoji)}/@me`);
    await expect(react('nonsense')).rejects.toMatchObject({ status: 400, code: 10014 });
    const twenty = Array.from('😀😁😂😃😄😅😆😇😈😉😊😋😌😍😎😏😐😑😒😓');
    for (const emoji of twenty) await react(emoji);
    await expect(react('❤️')).rejects.toMatchObject({ status: 403, code: 30010 });
    discord.setBotPermissions(home.channel, { deny: permission.addReactions });
    await expect(react('❤️')).rejects.toMatchObject({ status: 403, code: 50013 });
    await client.rest.delete(`${path}/${id}/reactions/${encodeURIComponent('😀')}/@me`);
    discord.setBotPermissions(home.channel, { deny: permission.readMessageHistory });
    await expect(react('😁')).rejects.toMatchObject({ status: 403, code: 50013 });
  });
});

describe('a nonce that is enforced', () => {
  test('returns the message that has it instead of posting a second one', async () => {
    const { discord, channel } = await inChannel();
    const once = { content: 'once', nonce: 'abc', enforceNonce: true };
    const [first, second] = await Promise.all([channel.send(once), channel.send(once)]);
    expect(second.id).toBe(first.id);
    const others = await Promise.all([
      channel.send({ ...once, enforceNonce: false }),
      channel.send({ ...once, nonce: 'abd' }),
    ]);
    const ids = new Set([first.id, ...others.map(({ id }) => id)]);
    expect(discord.listMessages(channel.id).map(({ id }) => id)).toEqual([...ids]);
  });
});
