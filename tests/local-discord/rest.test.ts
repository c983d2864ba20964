import { EventEmitter, once } from 'node:events';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn, makeClient, startTestDiscord } from './client-under-test.ts';
import { command } from './interactions/requests.ts';

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Answers from the articles')
  .setContexts(InteractionContextType.Guild)
  .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
  .addStringOption((option) => option.setName('question').setDescription('What?').setRequired(true))
  .addBooleanOption((option) => option.setName('private').setDescription('Only for you'));

// Without the builder's undefined fields, which `equals` would take for differences.
const onTheWire: APIApplicationCommand = JSON.parse(JSON.stringify(ask));

const isCallback = { method: 'POST', path: /\/callback$/ };

describe('registering commands', () => {
  test('stores them and returns them as Discord does', async () => {
    const { discord, client } = await logIn();
    const { commands } = client.application;
    const first = await commands.set([ask, { type: ApplicationCommandType.Message, name: 'Answer This' }]);
    const again = await commands.set([ask]);
    expect(again.map(({ id }) => id)).toEqual([...first.keys()].slice(0, 1));
    const fetched = (await commands.fetch()).first();
    // As a bot does that wants to know whether it has to register anew.
    expect(fetched?.equals(onTheWire)).toBe(true);
    expect(discord.registeredCommands).toMatchObject({
      writes: 2,
      global: [
        {
          name: 'ask',
          type: 1,
          default_member_permissions: '8192',
          contexts: [0],
          integration_types: [0],
          nsfw: false,
          name_localizations: null,
        },
      ],
    });
    const [stored] = discord.registeredCommands.global;
    expect(stored?.options?.[1]).toEqual({ type: 5, name: 'private', description: 'Only for you' });
    expect(discord.violations).toEqual([]);
  });

  test('keeps the commands of a guild apart, and creates, edits and deletes single ones', async () => {
    const { discord, client } = await logIn();
    const [home, other] = discord.guilds;
    const own = client.application.commands;
    const made = await own.create({ name: 'a', description: 'd' }, home?.id ?? '');
    await own.edit(made.id, { description: 'e' }, home?.id ?? '');
    expect(discord.registeredCommands.perGuild[home?.id ?? '']).toMatchObject([
      { name: 'a', description: 'e' },
    ]);
    expect(discord.registeredCommands.perGuild[other?.id ?? '']).toEqual([]);
    await own.delete(made.id, home?.id ?? '');
    expect(discord.registeredCommands).toMatchObject({ writes: 3, global: [] });
    await expect(own.delete(made.id, home?.id ?? '')).rejects.toMatchObject({ code: 10063 });
  });

  test('gives translations back to whoever asks for them', async () => {
    const { discord, client } = await logIn();
    const choices = [{ name: 'Yes', value: 'y', nameLocalizations: { de: 'Ja' } }];
    const option = { type: 3, name: 'sure', description: 'd', nameLocalizations: { de: 'sicher' }, choices };
    const definition = {
      name: 'ask',
      description: 'd',
      nameLocalizations: { de: 'frag' },
      options: [option],
    };
    await client.application.commands.set([definition]);
    const path = `/applications/${discord.applicationId}/commands` as const;
    expect(JSON.stringify(await client.rest.get(path))).not.toContain('localizations');
    const query = new URLSearchParams({ with_localizations: 'true' });
    expect(await client.rest.get(path, { query })).toMatchObject([
      {
        name_localizations: { de: 'frag' },
        options: [{ name_localizations: { de: 'sicher' }, choices: [{ name_localizations: { de: 'Ja' } }] }],
      },
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('refuses a bad command and registers nothing', async () => {
    const { discord, client } = await logIn();
    const set = client.application.commands.set([
      { name: 'ok', description: 'd' },
      { name: 'Bad Name', description: 'd' },
    ]);
    await expect(set).rejects.toMatchObject({ code: 50035, message: expect.stringContaining('1.name') });
    expect(discord.registeredCommands).toMatchObject({ writes: 0, global: [] });
    expect(discord.violations).toMatchObject([
      { rule: 'command-name', route: 'PUT /applications/:app/commands' },
    ]);
  });

  test('a registered command is used with its options only', async () => {
    const { discord, client } = await logIn();
    await client.application.commands.set([ask]);
    expect(() => discord.dispatch(command({ name: 'ask' }))).toThrow('needs the option question');
    const unknown = { question: 'why?', loud: true };
    expect(() => discord.dispatch(command({ name: 'ask', options: unknown }))).toThrow('no option loud');
  });
});

describe('the application', () => {
  test('shows the text that the bot gave it, of 400 characters at most', async () => {
    const { discord, client } = await logIn();
    const { application } = client;
    await application.edit({ description: 'Answers from the articles' });
    expect(discord.profileDescription).toBe('Answers from the articles');
    expect((await application.fetch()).description).toBe('Answers from the articles');
    await expect(application.edit({ description: 'a'.repeat(401) })).rejects.toMatchObject({ code: 50035 });
    expect(discord.profileDescription).toBe('Answers from the articles');
    expect(discord.violations).toMatchObject([{ rule: 'application-description-length' }]);
    expect(discord.unhandledRoutes).toEqual([]);
  });
});

describe('messages', () => {
  test('a mention carries its content, other messages do not', async () => {
    const seen: string[] = [];
    const { discord } = await logIn({
      onMessage: async (message) => {
        if (message.author.bot) return;
        seen.push(message.content);
        if (message.mentions.has(message.client.user)) await message.reply('yes?');
      },
    });
    discord.say({ text: 'just talking' });
    const reply = await discord.ask({ text: 'are you there?', mentionsBot: true });
    expect(seen).toEqual(['', `<@${discord.applicationId}> are you there?`]);
    expect(reply).toMatchObject({ content: 'yes?', author: { id: discord.applicationId } });
    expect(discord.violations).toEqual([]);
  });

  test('the bot edits and deletes its own messages only', async () => {
    const { discord, client } = await logIn();
    const channel = await client.channels.fetch(discord.guilds[0]?.channel.id ?? '');
    if (!channel?.isSendable()) throw new Error('no channel');
    const sent = await channel.send('one');
    await sent.edit('two');
    expect(discord.findMessage(sent.id)?.content).toBe('two');
    await sent.delete();
    await expect(channel.messages.fetch(sent.id)).rejects.toMatchObject({ code: 10008 });
    const theirs = discord.say({ text: 'mine' });
    const edit = client.rest.patch(`/channels/${channel.id}/messages/${theirs.id}`, {
      body: { content: 'x' },
    });
    await expect(edit).rejects.toMatchObject({ code: 50005 });
  });

  test('what is not mentioned in an edit stays, except the permission to ping', async () => {
    const { discord, client } = await logIn();
    const channel = await client.channels.fetch(discord.guilds[0]?.channel.id ?? '');
    if (!channel?.isSendable()) throw new Error('no channel');
    const sent = await channel.send({ content: 'a', embeds: [{ title: 't' }] });
    const path = `/channels/${channel.id}/messages` as const;
    await client.rest.patch(`${path}/${sent.id}`, { body: { content: '' } });
    expect(discord.findMessage(sent.id)).toMatchObject({ content: '', embeds: [{ title: 't' }] });
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['mentions-silent']);
    const emptied = client.rest.patch(`${path}/${sent.id}`, {
      body: { embeds: [], allowed_mentions: { parse: [] } },
    });
    await expect(emptied).rejects.toMatchObject({ code: 50006 });
  });
});

describe('what can go wrong with a request', () => {
  test('a wrong token is refused (401)', async () => {
    const discord = await startTestDiscord();
    await expect(makeClient(discord).login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
    expect(discord.requests).toMatchObject([{ path: '/gateway/bot', status: 401 }]);
  });

  test('an unknown route is answered 404 and noted', async () => {
    const { discord, client } = await logIn();
    await expect(client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404, code: 0 });
    expect(discord.unhandledRoutes).toEqual(['GET /nowhere']);
  });

  test.each([
    { name: '503', fault: { kind: 'status', status: 503 }, tries: [503, 204] },
    { name: '429', fault: { kind: 'rate limit', retryAfterSeconds: 0.01 }, tries: [429, 204] },
    {
      name: 'global 429',
      fault: { kind: 'rate limit', retryAfterSeconds: 0.01, isGlobal: true },
      tries: [429, 204],
    },
    { name: 'a reset connection', fault: { kind: 'reset' }, tries: [undefined, 204] },
  ] as const)('the client tries again after $name', async ({ fault, tries }) => {
    const { discord, errors } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isRepliable()) await interaction.reply('at last');
      },
    });
    discord.faults.next(isCallback, fault);
    await discord.interact(command({ name: 'ask' }));
    const statuses = discord.requests
      .filter(({ path }) => isCallback.path.test(path))
      .map(({ status }) => status);
    expect(statuses).toEqual(tries);
    expect(errors).toEqual([]);
  });

  test('accepted, then reset: the client tries again and meets 40060', async () => {
    const { discord, errors } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isRepliable()) await interaction.reply('once');
      },
    });
    discord.faults.next(isCallback, { kind: 'accept then reset' });
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('once');
    await discord.firstRequest(({ errorCode }) => errorCode === 40060);
    await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
  });

  test('a closed connection is not tried again', async () => {
    const { discord, errors } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isRepliable()) await interaction.reply('never');
      },
    });
    discord.faults.next(isCallback, { kind: 'close' });
    discord.dispatch(command({ name: 'ask' }));
    await expect.poll(() => errors).toMatchObject([{ code: 'UND_ERR_SOCKET' }]);
    expect(discord.requests.filter(({ path }) => isCallback.path.test(path))).toHaveLength(1);
  });

  test('a delayed answer comes when the test lets it', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isRepliable()) return;
        await interaction.deferReply();
        await interaction.editReply('after the delay');
      },
    });
    const gate = new EventEmitter();
    discord.faults.next(isCallback, { kind: 'delay', until: once(gate, 'open') });
    const sent = discord.dispatch(command({ name: 'ask' }));
    await sent.acknowledged();
    expect(sent.outcome.edits).toBe(0);
    gate.emit('open');
    expect((await sent.final()).message?.content).toBe('after the delay');
  });
});
