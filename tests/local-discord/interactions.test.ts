import { type Interaction, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { autocomplete, command, messageMenu, userMenu } from './interactions/requests.ts';
import { callbackType } from './wire-values.ts';
import { replacePermissions } from './world/people.ts';
import { permission } from './world/permissions.ts';

/** Answers every command with the same content. */
const replyWith = (options: { content: string; flags?: MessageFlags.Ephemeral }) => ({
  onInteraction: async (interaction: Interaction) => {
    if (interaction.isRepliable()) await interaction.reply(options);
  },
});

describe('a command', () => {
  test('is answered at once', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { options, locale, guildLocale } = interaction;
        await interaction.reply(`${options.getString('question')} ${locale} ${guildLocale}`);
      },
    });
    const outcome = await discord.interact(
      command({ name: 'ask', options: { question: 'why?' }, locale: 'de' }),
    );
    expect(outcome).toMatchObject({ type: callbackType.message, isEphemeral: false, edits: 0 });
    expect(outcome.message?.content).toBe('why? de en-US');
    expect(outcome.ackMs).toBeGreaterThan(0);
    expect(discord.violations).toEqual([]);
    expect(discord.unhandledRoutes).toEqual([]);
  });

  test('is deferred, edited, followed up and deleted', async () => {
    const { discord, errors } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply('here');
        await interaction.followUp('and more');
        await interaction.deleteReply();
      },
    });
    const sent = discord.dispatch(command({ name: 'ask' }));
    expect(await sent.acknowledged()).toMatchObject({
      type: callbackType.deferredMessage,
      message: undefined,
    });
    expect((await sent.final()).isEphemeral).toBe(true);
    const end = await sent.until(({ isDeleted }) => isDeleted);
    expect(end.followUps.map(({ content }) => content)).toEqual(['and more']);
    expect(errors).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('keeps the edited content as the final answer', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await interaction.editReply('here');
      },
    });
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('here');
  });

  test('gives the bot the callback response when it asks for it, files included', async () => {
    const ids: (string | undefined)[] = [];
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const files = [{ attachment: Buffer.from('a,b'), name: 'table.csv' }];
        const response = await interaction.reply({ files, withResponse: true });
        ids.push(response.resource?.message?.id, (await interaction.fetchReply()).id);
        await interaction.followUp('done');
      },
    });
    const sent = discord.dispatch(command({ name: 'export' }));
    const { message } = await sent.until(({ followUps }) => followUps.length === 1);
    expect(ids).toEqual([message?.id, message?.id]);
    expect(message?.attachments).toMatchObject([{ filename: 'table.csv', size: 3 }]);
    expect(discord.violations).toEqual([]);
  });

  test('carries the permissions of whoever uses it, per guild', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const may = interaction.memberPermissions?.has('ManageMessages');
        await interaction.reply(`${may ?? 'nobody knows'}`);
      },
    });
    const { member, moderator, administrator, moderatorElsewhere } = discord.people;
    const [home, other] = discord.guilds;
    const seen = async (fields: object) =>
      (await discord.interact(command({ name: 'reload', ...fields }))).message?.content;
    expect(await seen({ user: member })).toBe('false');
    expect(await seen({ user: moderator })).toBe('true');
    expect(await seen({ user: administrator })).toBe('true');
    expect(await seen({ user: moderatorElsewhere, guild: home })).toBe('false');
    expect(await seen({ user: moderatorElsewhere, guild: other })).toBe('true');
    expect(await seen({ user: replacePermissions(member, permission.manageMessages) })).toBe('true');
    expect(await seen({ user: moderator, isDm: true })).toBe('nobody knows');
  });

  test('reaches the bot with subcommand, group and a resolved user', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const { options } = interaction;
        const words = [
          options.getSubcommandGroup(),
          options.getSubcommand(),
          options.getUser('who')?.username,
        ];
        await interaction.reply(words.join(' '));
      },
    });
    const { people } = discord;
    const request = command({ name: 'a', group: 'b', subcommand: 'c', options: { who: people.moderator } });
    expect((await discord.interact(request)).message?.content).toBe('b c theo');
  });
});

describe('the limits of an interaction', () => {
  test('3 seconds after it was made it is unknown (10062)', async () => {
    const { discord, errors } = await logIn(replyWith({ content: 'late' }));
    const sent = discord.dispatch(command({ name: 'ask', ageMs: 3001 }));
    await discord.nextRequest(({ errorCode }) => errorCode === 10062);
    expect(sent.outcome.type).toBeUndefined();
    await discord.interact(command({ name: 'ask', ageMs: 2000 }));
    expect(errors).toMatchObject([{ code: 10062, status: 404 }]);
  });

  test('the 3 seconds run by the clock that was handed in', async () => {
    let lateMs = 0;
    const { discord } = await logIn(
      {
        onInteraction: async (interaction) => {
          lateMs = 3001;
          if (interaction.isRepliable()) await interaction.reply('late');
        },
      },
      { now: () => Date.now() + lateMs },
    );
    const refused = discord.nextRequest(({ errorCode }) => errorCode === 10062);
    discord.dispatch(command({ name: 'ask' }));
    expect((await refused).route).toBe('/interactions/:id/:token/callback');
  });

  test('a second callback is refused (40060)', async () => {
    const { discord, client } = await logIn(replyWith({ content: 'first' }));
    const sent = discord.dispatch(command({ name: 'ask' }));
    await sent.final();
    const again = client.rest.post(`/interactions/${sent.id}/${sent.token}/callback`, {
      body: { type: 4, data: { content: 'second', allowed_mentions: { parse: [] } } },
      auth: false,
    });
    await expect(again).rejects.toMatchObject({ code: 40060, status: 400 });
    expect(sent.outcome.message?.content).toBe('first');
  });

  test('the token opens with the first callback and closes after 15 minutes', async () => {
    let lateMs = 0;
    const { discord, client } = await logIn({}, { now: () => Date.now() + lateMs });
    const sent = discord.dispatch(command({ name: 'ask' }));
    const followUp = () =>
      client.rest.post(`/webhooks/${discord.applicationId}/${sent.token}`, {
        body: { content: 'more', allowed_mentions: { parse: [] } },
        auth: false,
      });
    await expect(followUp()).rejects.toMatchObject({ code: 10015, status: 404 });
    await client.rest.post(`/interactions/${sent.id}/${sent.token}/callback`, {
      body: { type: 5 },
      auth: false,
    });
    await followUp();
    // After a deferral the first follow-up is the edit of the waiting message.
    expect(sent.outcome).toMatchObject({ edits: 1, followUps: [] });
    lateMs = 15 * 60_000 + 1;
    await expect(followUp()).rejects.toMatchObject({ code: 50027, status: 401 });
  });

  test('a body that breaks a rule is refused with its place (50035) and recorded', async () => {
    const { discord, errors } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isRepliable()) return;
        await interaction.reply({ embeds: [{ title: 'a'.repeat(257) }] }).catch(async (error: unknown) => {
          await interaction.reply('shorter');
          throw error;
        });
      },
    });
    const outcome = await discord.interact(command({ name: 'ask' }));
    expect(outcome.message?.content).toBe('shorter');
    await expect.poll(() => errors).toMatchObject([{ code: 50035, status: 400 }]);
    const message = expect.stringContaining('data.embeds[0].title');
    expect(errors).toMatchObject([{ message }]);
    expect(new Set(discord.violations.map(({ rule }) => rule))).toEqual(
      new Set(['official-schema', 'embed-title-length']),
    );
  });

  test("a breach of Footnote's own rules is recorded, and the message accepted", async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isRepliable()) {
          await interaction.reply({ content: 'https://example.org', allowedMentions: { parse: ['users'] } });
        }
      },
    });
    expect((await discord.interact(command({ name: 'ask' }))).message?.content).toBe('https://example.org');
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['mentions-silent', 'link-unfurls']);
  });

  test('an empty message is refused (50006)', async () => {
    const { discord, errors } = await logIn(replyWith({ content: ' ' }));
    discord.dispatch(command({ name: 'ask' }));
    await discord.nextRequest(({ errorCode }) => errorCode === 50006);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['message-empty']);
    await expect.poll(() => errors).toMatchObject([{ code: 50006 }]);
  });
});

const typing = (question: string) =>
  autocomplete({ name: 'ask', options: { question }, focused: 'question' });

describe('other interactions', () => {
  test('autocomplete gets choices and cannot be answered with a message', async () => {
    const { discord, client } = await logIn({
      onInteraction: async (interaction) => {
        if (!interaction.isAutocomplete()) return;
        const typed = interaction.options.getFocused();
        if (typed === 'message') {
          const body = { type: 4, data: { content: 'no' } };
          await client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, { body });
        }
        await interaction.respond([{ name: typed, value: typed }]);
      },
    });
    expect((await discord.interact(typing('wh'))).choices).toEqual([{ name: 'wh', value: 'wh' }]);
    discord.dispatch(typing('message'));
    await discord.nextRequest(({ errorCode }) => errorCode === 50035);
    expect(discord.violations.map(({ rule }) => rule)).toEqual(['callback-type']);
  });

  test('context menus reach the bot with their target', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.username);
        if (interaction.isMessageContextMenuCommand())
          await interaction.reply(interaction.targetMessage.content);
      },
    });
    const target = discord.say({ text: 'what is this?' });
    const who = await discord.interact(userMenu({ name: 'Who', target: discord.people.moderator }));
    const what = await discord.interact(messageMenu({ name: 'Answer', target }));
    expect([who.message?.content, what.message?.content]).toEqual(['theo', 'what is this?']);
  });

  test("a message menu shows the bot the message as it now stands, somebody else's or its own", async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply('my own answer');
        if (interaction.isMessageContextMenuCommand())
          await interaction.reply({
            content: `${interaction.targetMessage.content} ${interaction.targetMessage.reference?.messageId}`,
            flags: MessageFlags.Ephemeral,
          });
      },
    });
    const { message: own } = await discord.interact(command({ name: 'ask' }));
    if (!own) throw new Error('no message');
    const reply = discord.say({ text: 'a silent reply', replyTo: own, isReplySilent: true });
    const seen = async (target: typeof own) =>
      await discord.interact(messageMenu({ name: 'Answer', target }));
    expect((await seen(own)).message?.content).toBe('my own answer undefined');
    const { message: hidden } = await seen(reply);
    expect(hidden?.content).toBe(`a silent reply ${own.id}`);
    expect(() => discord.dispatch(messageMenu({ name: 'Answer', target: hidden ?? own }))).toThrow(
      'ephemeral',
    );
    const elsewhere = messageMenu({ name: 'Answer', target: reply, isDm: true });
    expect(() => discord.dispatch(elsewhere)).toThrow('in another channel');
    discord.deleteMessage(reply);
    expect(() => discord.dispatch(messageMenu({ name: 'Answer', target: reply }))).toThrow('is gone');
  });

  test('come in the languages of Discord only', async () => {
    const { discord } = await logIn(replyWith({ content: 'a' }));
    await discord.interact(command({ name: 'ask', locale: 'pt-BR' }));
    expect(() => discord.dispatch(command({ name: 'ask', locale: 'de-DE' }))).toThrow(
      'no language of Discord',
    );
  });
});
