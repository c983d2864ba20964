import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  type Interaction,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { button, command } from './interactions/requests.ts';
import type { LocalDiscord } from './local-discord.ts';
import type { Message } from './world/messages.ts';

const file = (name: string, text = 'a,b', description = '') =>
  new AttachmentBuilder(Buffer.from(text), { name, description });
const press = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(press)];

/** Files by name, as everybody can fetch them. */
async function fetched(message: Message | undefined): Promise<Readonly<Record<string, string>>> {
  const entries = (message?.attachments ?? []).map(async ({ filename = '', url = '' }) => {
    const response = await fetch(url);
    return [filename, await response.text()] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function inChannel() {
  const setting = await logIn();
  const [home] = setting.discord.guilds;
  const channel = await setting.client.channels.fetch(home?.channel.id ?? '');
  if (!channel?.isSendable()) throw new Error('no channel');
  return { ...setting, channel };
}

async function answering(onInteraction: (interaction: Interaction) => Promise<unknown>) {
  const { discord } = await logIn({ onInteraction });
  return { discord, sent: discord.dispatch(command({ name: 'export' })) };
}

function stored(discord: LocalDiscord, { id }: { readonly id: string }): Message {
  const message = discord.findMessage(id);
  if (!message) throw new Error('no message');
  return message;
}

describe('the files of a message in a channel', () => {
  test('are kept under clean names, with size, description and an address', async () => {
    const { discord, channel } = await inChannel();
    const { id, attachments } = await channel.send({
      files: [file('a table.csv', 'a,b', 'Figures'), file('x.md')],
    });
    expect(attachments.map(({ name, size, description }) => [name, size, description])).toEqual([
      ['a_table.csv', 3, 'Figures'],
      ['x.md', 3, ''],
    ]);
    const message = stored(discord, { id });
    expect(await fetched(message)).toEqual({ 'a_table.csv': 'a,b', 'x.md': 'a,b' });
    expect(Buffer.from(discord.readFile(message, 'x.md')).toString()).toBe('a,b');
    expect(() => discord.readFile(message, 'y.md')).toThrow('has no file y.md, only: a_table.csv, x.md');
  });

  test('stay with an edit that does not name them, and else as many as it names', async () => {
    const { discord, channel } = await inChannel();
    const message = await channel.send({ content: 'a', files: [file('1.md'), file('2.md')] });
    const names = () => stored(discord, message).attachments.map(({ filename }) => filename);
    await message.edit('b');
    expect(names()).toEqual(['1.md', '2.md']);
    await message.edit({ attachments: [...message.attachments.values()].slice(1), files: [file('3.md')] });
    expect(names()).toEqual(['2.md', '3.md']);
    await message.edit({ attachments: [] });
    expect(names()).toEqual([]);
  });

  test('are 10 at most, of 10 MiB each', async () => {
    const { discord, channel } = await inChannel();
    const eleven = Array.from({ length: 11 }, (_, at) => file(`${at}.md`));
    await expect(channel.send({ files: eleven })).rejects.toMatchObject({ status: 400, code: 50035 });
    const large = file('large.md', 'a'.repeat(10 * 1024 * 1024 + 1));
    await expect(channel.send({ files: [large] })).rejects.toMatchObject({ status: 413, code: 40005 });
    expect(new Set(discord.violations.map(({ rule }) => rule))).toEqual(
      new Set(['official-schema', 'file-count', 'file-size']),
    );
  });

  test('are what its embeds may show', async () => {
    const { discord, channel } = await inChannel();
    const embeds = [new EmbedBuilder().setTitle('t').setImage('attachment://a.png')];
    await channel.send({ embeds, files: [file('a.png')] });
    expect(discord.violations).toEqual([]);
    await channel.send({ embeds, files: [file('b.png')] });
    expect(discord.violations).toMatchObject([
      { rule: 'embed-file', detail: expect.stringContaining('a.png') },
    ]);
  });
});

describe('the files of an answer', () => {
  test('come at once, and with each follow-up', async () => {
    const { discord, sent } = await answering(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply({ files: [file('1.csv', 'one')] });
      await interaction.followUp({ files: [file('2.csv', 'two')] });
    });
    const { message, followUps } = await sent.until((outcome) => outcome.followUps.length === 1);
    expect(await fetched(message)).toEqual({ '1.csv': 'one' });
    expect(await fetched(followUps[0])).toEqual({ '2.csv': 'two' });
    expect(discord.violations).toEqual([]);
  });

  test('come with the edit of a deferred one', async () => {
    const { discord, sent } = await answering(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.deferReply();
      await interaction.editReply({ content: 'here', files: [file('1.csv', 'one')] });
    });
    expect(await fetched((await sent.final()).message)).toEqual({ '1.csv': 'one' });
    expect(discord.violations).toEqual([]);
  });

  test('take the place of those of before where a button updates its message so', async () => {
    const { discord, sent } = await answering(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ components, files: [file('1.csv')] });
      if (interaction.isButton())
        await interaction.update({ files: [file('2.csv', 'two')], attachments: [] });
    });
    const { message } = await sent.final();
    if (!message) throw new Error('no message');
    const pressed = await discord.interact(button({ message, customId: 'more' }));
    expect(await fetched(pressed.message)).toEqual({ '2.csv': 'two' });
    expect(discord.violations).toEqual([]);
  });
});
