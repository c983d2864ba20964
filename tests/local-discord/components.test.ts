import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { loggedIn } from './client-under-test.ts';
import { button, command, modalSubmit, select } from './interactions/requests.ts';
import { callbackType } from './wire-values.ts';

const press = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
const menu = new StringSelectMenuBuilder()
  .setCustomId('which')
  .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
const withButton = { components: [new ActionRowBuilder<ButtonBuilder>().addComponents(press)] };
const withMenu = { components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)] };

describe('components', () => {
  test('a button updates its message, for anybody who sees it', async () => {
    const { discord } = await loggedIn({
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
    expect(discord.message(message.id)?.components).toHaveLength(1);
    expect(() => discord.dispatch(button({ message, customId: 'other' }))).toThrow('no component other');
    expect(discord.violations).toEqual([]);
  });

  test('a deferred update is final with its edit', async () => {
    const { discord } = await loggedIn({
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
    const { discord } = await loggedIn({
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

  test('a modal is shown and sent off', async () => {
    const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph);
    const form = new ModalBuilder()
      .setCustomId('form')
      .setTitle('Feedback')
      .addLabelComponents(new LabelBuilder().setLabel('Why?').setTextInputComponent(input));
    const { discord } = await loggedIn({
      onInteraction: async (interaction) => {
        if (interaction.isChatInputCommand()) await interaction.showModal(form);
        if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('why'));
      },
    });
    const { modal } = await discord.interact(command({ name: 'feedback' }));
    if (!modal) throw new Error('no modal');
    const { message } = await discord.interact(modalSubmit({ modal, values: { why: 'because' } }));
    expect(message?.content).toBe('because');
    expect(discord.violations).toEqual([]);
  });
});
