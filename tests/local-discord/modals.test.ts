import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  type ModalSubmitInteraction,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { button, command, type ModalValue, modalSubmit } from './interactions/requests.ts';
import { callbackType } from './wire-values.ts';

const press = new ButtonBuilder().setCustomId('edit').setLabel('Edit').setStyle(ButtonStyle.Primary);
const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(press)];
const input = (customId: string) =>
  new TextInputBuilder().setCustomId(customId).setStyle(TextInputStyle.Short);
const labelled = (name: string) => new LabelBuilder().setLabel(name);
const form = (...labels: readonly LabelBuilder[]) =>
  new ModalBuilder()
    .setCustomId('form')
    .setTitle('An article')
    .addLabelComponents(...labels);
const why = form(labelled('Why?').setTextInputComponent(input('why')));

/** A bot that opens the modal from `/edit` and from a button, and answers it with what `onSubmit` does. */
async function withModal(
  modal: ModalBuilder,
  onSubmit: (interaction: ModalSubmitInteraction) => Promise<unknown>,
) {
  const setting = await logIn({
    onInteraction: async (interaction) => {
      if (interaction.isChatInputCommand() && interaction.commandName === 'edit')
        await interaction.showModal(modal);
      else if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'an article', components });
      if (interaction.isButton()) await interaction.showModal(modal);
      if (interaction.isModalSubmit()) await onSubmit(interaction);
    },
  });
  const { discord } = setting;
  const { modal: opened } = await discord.interact(command({ name: 'edit' }));
  if (!opened) throw new Error('no modal');
  const submit = (values: Readonly<Record<string, ModalValue>>, by: { readonly isForged?: true } = {}) =>
    modalSubmit({ modal: opened, values, ...by });
  const answer = async (values: Readonly<Record<string, ModalValue>>) =>
    (await discord.interact(submit(values))).message?.content;
  return { ...setting, submit, answer };
}

/** The message with the button that opens the modal, and the modal that it opens. */
async function openedByButton({ discord }: Awaited<ReturnType<typeof withModal>>) {
  const { message } = await discord.interact(command({ name: 'show' }));
  if (!message) throw new Error('no message');
  const { modal } = await discord.interact(button({ message, customId: 'edit' }));
  if (!modal) throw new Error('no modal');
  return { message, modal };
}

const sayWhy = (interaction: ModalSubmitInteraction) =>
  interaction.reply(`because: ${interaction.fields.getTextInputValue('why')}`);

describe('a modal', () => {
  test('is opened by a command, and sent off', async () => {
    const { discord, answer } = await withModal(why, sayWhy);
    expect(await answer({ why: 'it was wrong' })).toBe('because: it was wrong');
    expect(discord.violations).toEqual([]);
  });

  test('has its text inputs in rows, in the older form', async () => {
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input('why').setLabel('Why?'));
    const rows = new ModalBuilder().setCustomId('form').setTitle('An article').addComponents(row);
    const { discord, answer } = await withModal(rows, sayWhy);
    expect(await answer({ why: 'it was old' })).toBe('because: it was old');
    expect(discord.violations).toEqual([]);
  });

  test('takes choices, people and files beside texts', async () => {
    const topics = new StringSelectMenuBuilder()
      .setCustomId('topic')
      .addOptions({ label: 'Hours', value: 'hours', default: true }, { label: 'Rooms', value: 'rooms' });
    const modal = form(
      labelled('Topic').setStringSelectMenuComponent(topics),
      labelled('Author').setUserSelectMenuComponent(new UserSelectMenuBuilder().setCustomId('author')),
      labelled('Text').setFileUploadComponent(new FileUploadBuilder().setCustomId('file')),
    ).addTextDisplayComponents({ type: ComponentType.TextDisplay, content: 'Thank you.' });
    const { discord, answer } = await withModal(modal, (interaction) => {
      const { fields } = interaction;
      const said = [
        ...fields.getStringSelectValues('topic'),
        ...(fields.getSelectedUsers('author')?.map(({ username }) => username) ?? []),
        ...(fields.getUploadedFiles('file')?.map(({ name, size }) => `${name} (${size})`) ?? []),
      ];
      return interaction.reply(said.join(', '));
    });
    const file = { name: 'opening hours.md', bytes: Buffer.from('# Hours') };
    const values = { author: [discord.people.member], file: [file] };
    expect(await answer({ ...values, topic: ['rooms'] })).toBe('rooms, mia, opening_hours.md (7)');
    // The menu stands at its default until somebody moves it.
    expect(await answer(values)).toBe('hours, mia, opening_hours.md (7)');
    expect(discord.violations).toEqual([]);
  });

  test('keeps a text that nobody touched, and an empty one where it may be empty', async () => {
    const modal = form(
      labelled('Title').setTextInputComponent(input('title').setValue('Opening hours')),
      labelled('Why?').setTextInputComponent(input('why').setRequired(false).setMinLength(5)),
    );
    const { answer } = await withModal(modal, (interaction) => {
      const [title, reason] = ['title', 'why'].map((id) => interaction.fields.getTextInputValue(id));
      return interaction.reply(`${title}: ${reason}.`);
    });
    expect(await answer({})).toBe('Opening hours: .');
  });
});

describe('what nobody can send off in a modal', () => {
  const topics = new StringSelectMenuBuilder()
    .setCustomId('topic')
    .setMaxValues(2)
    .addOptions({ label: 'Hours', value: 'hours' }, { label: 'Rooms', value: 'rooms' });
  const modal = form(
    labelled('Why?').setTextInputComponent(input('why').setMinLength(2).setMaxLength(4)),
    labelled('Topic').setStringSelectMenuComponent(topics),
    labelled('File').setFileUploadComponent(new FileUploadBuilder().setCustomId('file').setRequired(false)),
  );
  const good = { why: 'abc', topic: ['hours'] };
  const file = { name: 'a.md', bytes: Buffer.from('a') };

  test.each<readonly [string, Readonly<Record<string, ModalValue>>]>([
    ['no field who', { ...good, who: 'me' }],
    ['why takes 2 to 4 characters, not 0', { topic: ['hours'] }],
    ['why takes 2 to 4 characters, not 1', { ...good, why: 'a' }],
    ['why takes 2 to 4 characters, not 5', { ...good, why: 'abcde' }],
    ['why takes a text', { ...good, why: ['abc'] }],
    ['topic takes a list', { ...good, topic: 'hours' }],
    ['topic does not take days', { ...good, topic: ['days'] }],
    ['topic does not take a.md', { ...good, topic: [file] }],
    ['topic takes 1 to 2 values, not 0', { why: 'abc' }],
    ['topic takes each value once', { ...good, topic: ['hours', 'hours'] }],
    ['file does not take hours', { ...good, file: ['hours'] }],
    ['file takes 1 to 1 values, not 2', { ...good, file: [file, { ...file }] }],
  ])('%s', async (reason, values) => {
    const { discord, submit, answer } = await withModal(modal, sayWhy);
    expect(() => discord.dispatch(submit(values))).toThrow(reason);
    expect(await answer(good)).toBe('because: abc');
  });

  test('comes all the same when it is forged', async () => {
    const { submit, discord } = await withModal(modal, sayWhy);
    const forged = submit({ ...good, why: 'a'.repeat(5) }, { isForged: true });
    expect((await discord.interact(forged)).message?.content).toBe('because: aaaaa');
  });
});

describe('a modal that a button opens', () => {
  test('updates the message of the button', async () => {
    const setting = await withModal(why, async (interaction) => {
      if (interaction.isFromMessage()) await interaction.update(interaction.fields.getTextInputValue('why'));
    });
    const { message, modal } = await openedByButton(setting);
    const { discord } = setting;
    const sent = await discord.interact(modalSubmit({ modal, message, values: { why: 'changed' } }));
    expect(sent).toMatchObject({
      type: callbackType.update,
      message: { id: message.id, content: 'changed' },
    });
    expect(discord.findMessage(message.id)?.content).toBe('changed');
    expect(discord.violations).toEqual([]);
  });

  test('updates it later, and is followed by a message of its own', async () => {
    const setting = await withModal(why, async (interaction) => {
      if (!interaction.isFromMessage()) return;
      await interaction.deferUpdate();
      await interaction.editReply('changed');
      await interaction.followUp('and said so');
    });
    const { message, modal } = await openedByButton(setting);
    const sent = setting.discord.dispatch(modalSubmit({ modal, message, values: { why: 'a' } }));
    await sent.until(({ followUps }) => followUps.length === 1);
    expect(sent.outcome).toMatchObject({ message: { id: message.id, content: 'changed' } });
  });

  test('finds its message gone (10008)', async () => {
    const setting = await withModal(why, async (interaction) => {
      if (interaction.isFromMessage()) await interaction.update('changed');
    });
    const { message, modal } = await openedByButton(setting);
    setting.discord.deleteMessage(message);
    setting.discord.dispatch(modalSubmit({ modal, message, values: { why: 'a' } }));
    await expect.poll(() => setting.errors).toMatchObject([{ code: 10008 }]);
  });

  test('has, unlike one that a command opens, a message to update', async () => {
    const { discord, errors, submit } = await withModal(why, async (interaction) => {
      const { id, token, client } = interaction;
      const body = {
        type: callbackType.update,
        data: { content: 'changed', allowed_mentions: { parse: [] } },
      };
      await client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
    });
    discord.dispatch(submit({ why: 'a' }));
    await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
    expect(discord.violations).toMatchObject([{ rule: 'callback-type' }]);
  });
});
