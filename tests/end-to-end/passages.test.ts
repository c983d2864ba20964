import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCard } from '../discord/card-checks.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { ask, menuOf, press, shown } from './under-answers.ts';

const FAQ = readFileSync(join(import.meta.dirname, '../gallery/articles/minecraft.md'), 'utf8');
const addServers = shareBot({ 'minecraft.md': FAQ });

test.each([
  [
    'an item with what introduces its list',
    'Can I use Meteor Client?',
    '> The following mods are not allowed:\n> - Meteor Client\n> - Baritone\n> - X-ray packs of any kind\n> - Freecam',
  ],
  [
    'all steps with their numbers',
    'How do I get the member role?',
    '\n> 2. Play for two hours.\n>   - Time in the lobby does not count.\n> 3. Write /member in the chat.',
  ],
  [
    'code as a block between what stands around it, with a link to press',
    'How do I link my account?',
    '#link:\n```\n/discord link\n```\n> The code is good for ten minutes. See the [guide](<https://play.example.org/guide/link>) if',
  ],
  ['a row with its header', 'How much is Gold?', '\n> Rank: Gold · Price: 10 € · Homes: 6'],
  ['a host name whole', 'What is the server address?', 'The address of the server is play.example.org.'],
])('a card shows %s', async (...[, question, expected]) => {
  const { discord } = await addServers();
  const { description = '' } = shown(await discord.interact(ask(question))).embeds[0] ?? {};
  expect(description.replaceAll('**#rules**', '#rules')).toContain(expected);
});

test('a card shows the first picture of its passage, and a mention without cards names it', async () => {
  const { discord } = await addServers();
  const question = 'How do I link my account?';
  const picture = 'https://play.example.org/pictures/link-code.png';
  expect(shown(await discord.interact(ask(question))).embeds[0]).toMatchObject({
    image: { url: picture },
    description: expect.stringContaining('\n-# The window with the code'),
  });
  const channel = discord.guilds[0]?.channel;
  if (channel === undefined) throw new Error('no server');
  discord.setBotPermissions(channel, { deny: permission.embedLinks });
  const { content, embeds } = await discord.ask({ text: question, mentionsBot: true });
  expect(embeds).toEqual([]);
  expect(content).toContain('```\n/discord link\n```');
  expect(content).toContain(`<${picture}>`);
});

test('Context shows the whole list around an item, and Other results none of what is shown', async () => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact(ask('How do I vote for the server?')));
  const around = shown(await discord.interact(press(answer, 'Context')));
  const text = around.embeds[0]?.description ?? '';
  expect(text.match(/^- /gm)?.length).toBeGreaterThan(20);
  expect(text).toContain('\n- **/vote: shows where you can vote for the server');
  const more = shown(await discord.interact(press(answer, 'Other results')));
  for (const { label = '' } of menuOf(more).options ?? []) expect(label).not.toContain('/vote');
  const card = readCard(JSON.parse(JSON.stringify(more.embeds[0])));
  expect(card.formatting).toContain('quote');
});
