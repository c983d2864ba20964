import { ApplicationCommandOptionType, type Attachment } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { command } from './interactions/requests.ts';
import type { LocalDiscordOptions } from './start-local-discord.ts';
import type { Upload } from './world/files.ts';

const definition = {
  name: 'add',
  description: 'Add',
  options: [
    { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'd', required: true },
  ],
} as const;

const bytes = Buffer.from('# Opening hours\n\nNine to fïve.\n');
const article: Upload = { name: 'opening hours.md', bytes };

/** A registered `/add`; `attach` gives what the bot gets of a file. */
async function registered(options: LocalDiscordOptions = {}) {
  const got: Attachment[] = [];
  const setting = await logIn(
    {
      onInteraction: async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        got.push(interaction.options.getAttachment('file', true));
        await interaction.reply('added');
      },
    },
    options,
  );
  await setting.client.application.commands.set([definition]);
  const attach = async (file: Upload): Promise<Attachment> => {
    await setting.discord.interact(command({ name: 'add', options: { file } }));
    const last = got.at(-1);
    if (!last) throw new Error('nothing came');
    return last;
  };
  return { ...setting, attach };
}

describe('a file for an option', () => {
  test('reaches the bot with name, size, type and an address where it lies', async () => {
    const { discord, attach } = await registered();
    const attachment = await attach(article);
    expect(attachment).toMatchObject({
      name: 'opening_hours.md',
      title: 'opening hours',
      size: bytes.length,
      contentType: 'text/markdown; charset=utf-8',
      ephemeral: true,
    });
    const response = await fetch(attachment.url);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(discord.unhandledRoutes).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['notes.md', 'notes.md'],
    ['../../etc/x.md', 'etc_x.md'],
    ['C:\\a\\b c.txt', 'C_a_b_c.txt'],
    ['Öffnungszeiten (neu).md', 'Offnungszeiten_neu.md'],
    ['_.md', 'md'],
    ['…', 'unknown'],
  ])('named %s is passed on as %s, unless the name is forged', async (name, passedOn) => {
    const { attach } = await registered();
    expect((await attach({ name, bytes })).name).toBe(passedOn);
    const forged = await attach({ name, bytes, isNameForged: true });
    expect(forged.name).toBe(name);
    expect((await fetch(forged.url)).status).toBe(200);
  });

  test('says what its sender says that it is, and nothing when nobody knows', async () => {
    const { attach } = await registered();
    expect((await attach({ ...article, contentType: 'image/png' })).contentType).toBe('image/png');
    expect((await attach({ name: 'article', bytes })).contentType).toBeNull();
  });

  test('is needed where the option asks for one, and goes nowhere else', async () => {
    const { discord } = await registered();
    expect(() => discord.dispatch(command({ name: 'add' }))).toThrow('needs the option file');
    expect(() => discord.dispatch(command({ name: 'add', options: { file: 'a.md' } }))).toThrow(
      'does not take',
    );
  });
});

describe('the address of a file', () => {
  test('is good as it was given, and for a day', async () => {
    let now = Date.now();
    const { attach } = await registered({ now: () => now });
    const { url } = await attach(article);
    const changed = url.replace('hm=', 'hm=0');
    for (const wrong of [url.split('?')[0] ?? '', changed, url.replace(/\d{15,}(?=\/opening)/, '1')]) {
      expect((await fetch(wrong)).status).toBe(404);
    }
    now += 24 * 60 * 60_000 - 1000;
    expect((await fetch(url)).status).toBe(200);
    now += 2000;
    expect((await fetch(url)).status).toBe(404);
  });

  test('fails as a test wishes', async () => {
    const { discord, attach } = await registered();
    const { url } = await attach(article);
    const match = { path: /^\/ephemeral-attachments\// };
    discord.faults.next(match, { kind: 'status', status: 503 });
    expect((await fetch(url)).status).toBe(503);
    discord.faults.next(match, { kind: 'reset' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect((await fetch(url)).status).toBe(200);
  });
});
