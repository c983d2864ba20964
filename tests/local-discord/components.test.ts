import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  MessageFlags,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { button, command, select } from './interactions/requests.ts';
import { callbackType } from './wire-values.ts';

const press = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
const menu = new StringSelectMenuBuilder()
  .setCustomId('which')
  .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
const withButton = { components: [new ActionRowBuilder<ButtonBuilder>().addComponents(press)] };
const withMenu = { components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)] };

describe('components', () => {
  test('a button updates its message, for anybody who sees it', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply({ content: 'one', ...withButton });
        if (interaction.isButton()) await interaction.update(`${interaction.message.content} two`);
      },
    });
    const { message } = await discord.interact(command({ name: 'ask' }));
    if (!message) throw new Error('no message');
    const pressed = await discord.interact(
      button({ message, customId: 'more', user: discord.people.moderator }),
    );
    expect(pressed).toMatchObject({
      type: callbackType.update,
      message: { id: message.id, content: 'one two' },
    });
    expect(discord.findMessage(message.id)?.components).toHaveLength(1);
    expect(() => discord.dispatch(button({ message, customId: 'other' }))).toThrow('no component other');
    expect(discord.violations).toEqual([]);
  });

  test('a deferred update is final with its edit', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply({ content: 'one', ...withButton });
        if (!interaction.isButton()) return;
        await interaction.deferUpdate();
        await interaction.editReply({ content: 'later', components: [] });
      },
    });
    const { message } = await discord.interact(command({ name: 'ask' }));
    if (!message) throw new Error('no message');
    const { message: edited } = await discord.interact(button({ message, customId: 'more' }));
    expect(edited).toMatchObject({ id: message.id, content: 'later', components: [] });
  });

  test('a menu offers its values only', async () => {
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply({ content: 'which?', ...withMenu });
        if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
      },
    });
    const { message } = await discord.interact(command({ name: 'ask' }));
    if (!message) throw new Error('no message');
    const chosen = await discord.interact(select({ message, customId: 'which', values: ['2'] }));
    expect(chosen.message?.content).toBe('2');
    expect(() => discord.dispatch(select({ message, customId: 'which', values: ['3'] }))).toThrow(
      'does not offer 3',
    );
  });

  test('a menu of channels or roles takes those of the server, and tells the bot what they are', async () => {
    const channels = new ChannelSelectMenuBuilder()
      .setCustomId('where')
      .setChannelTypes(ChannelType.GuildText);
    const roles = new RoleSelectMenuBuilder().setCustomId('who').setMinValues(0);
    const components = [
      new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(channels),
      new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(roles),
    ];
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.reply({ content: 'where?', components });
        if (interaction.isChannelSelectMenu())
          await interaction.reply(
            interaction.channels.map((channel) => `#${'name' in channel ? channel.name : ''}`).join(),
          );
        if (interaction.isRoleSelectMenu())
          await interaction.reply(interaction.roles.map(({ name }) => `@${name}`).join() || 'nobody');
      },
    });
    const { message } = await discord.interact(command({ name: 'ask' }));
    const [home, other] = discord.guilds;
    if (!message || !home || !other) throw new Error('no message');
    const choose = (customId: string, values: Parameters<typeof select>[0]['values']) =>
      select({ message, customId, values });
    const where = await discord.interact(choose('where', [home.secondChannel]));
    expect(where.message?.content).toBe(`#${home.secondChannel.name}`);
    const who = await discord.interact(choose('who', [home.roles.news]));
    expect(who.message?.content).toBe(`@${home.roles.news.name}`);
    expect((await discord.interact(choose('who', []))).message?.content).toBe('nobody');
    for (const value of [home.thread, other.channel, home.roles.news, 'general'])
      expect(() => discord.dispatch(choose('where', [value]))).toThrow('does not offer');
    expect(() => discord.dispatch(choose('where', []))).toThrow('1 to 1 values');
    expect(discord.violations).toEqual([]);
  });

  test('a menu takes as many different values as it says', async () => {
    const several = new StringSelectMenuBuilder(menu.toJSON())
      .setCustomId('several')
      .setMinValues(2)
      .setMaxValues(2);
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(several);
    const { discord } = await logIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand())
          await interaction.reply({
            components: [...withMenu.components, row],
            flags: MessageFlags.Ephemeral,
          });
        if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
      },
    });
    const { message } = await discord.interact(command({ name: 'ask' }));
    if (!message) throw new Error('no message');
    const choose = (customId: string, ...values: string[]) => select({ message, customId, values });
    expect(() => discord.dispatch(choose('which', '1', '2'))).toThrow('takes 1 to 1 values, not 2');
    expect(() => discord.dispatch(choose('several', '1'))).toThrow('takes 2 to 2 values, not 1');
    expect(() => discord.dispatch(choose('several', '1', '1'))).toThrow('each value once');
    expect((await discord.interact(choose('several', '2', '1'))).message?.content).toBe('2,1');
  });
});

/** An ephemeral message with a button that is answered by `onPress`. */
async function ephemeralButton(onPress: (interaction: ButtonInteraction) => Promise<unknown>) {
  const setting = await logIn({
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'one', ...withButton, flags: MessageFlags.Ephemeral });
      if (interaction.isButton()) await onPress(interaction);
    },
  });
  const { message } = await setting.discord.interact(command({ name: 'ask' }));
  if (!message) throw new Error('no message');
  return { ...setting, message, more: button({ message, customId: 'more' }) };
}

describe('an ephemeral message', () => {
  test('is used by whom it is for, until they dismiss it', async () => {
    const { discord, message, more } = await ephemeralButton((interaction) => interaction.update('two'));
    expect((await discord.interact(more)).message?.content).toBe('two');
    const { moderator } = discord.people;
    expect(() => discord.dispatch({ ...more, user: moderator })).toThrow('for somebody else');
    discord.dismissMessage(message);
    expect(() => discord.dispatch(more)).toThrow('is gone');
    expect(() => discord.dismissMessage(discord.say({ text: 'a' }))).toThrow('stays');
  });

  test('that was dismissed while the press was under way cannot be updated (10008), only followed by another', async () => {
    const { discord, message, errors } = await ephemeralButton(async (interaction) => {
      await interaction.update('two').catch(async (error: unknown) => {
        await interaction.reply('instead');
        throw error;
      });
    });
    discord.dismissMessage(message);
    const late = button({ message, customId: 'more', isForged: true });
    expect((await discord.interact(late)).message?.content).toBe('instead');
    await expect.poll(() => errors).toMatchObject([{ code: 10008, status: 404 }]);
  });

  test('that was dismissed lets an update be deferred, and then not be made (10008)', async () => {
    const { discord, message, errors } = await ephemeralButton(async (interaction) => {
      await interaction.deferUpdate();
      await interaction.editReply('two');
    });
    discord.dismissMessage(message);
    discord.dispatch(button({ message, customId: 'more', isForged: true }));
    await expect.poll(() => errors).toMatchObject([{ code: 10008, status: 404 }]);
  });
});
