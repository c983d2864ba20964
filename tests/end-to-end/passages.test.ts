import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import { componentType } from '../local-discord/wire-values.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { permission } from '../local-discord/world/permissions.ts';
import { shareBot } from './shared-bot.ts';
import { ask, menuOf, optionsOf, press, shown } from './under-answers.ts';

const FAQ = readFileSync(join(import.meta.dirname, '../gallery/articles/minecraft.md'), 'utf8');
const addServers = shareBot({ 'minecraft.md': FAQ });

const textsOf = ({ components }: Message): readonly string[] =>
  listComponents(components).flatMap(({ component: { content } }) => content ?? []);

test.each([
  [
    'an item with what introduces its list',
    'Can I use Meteor Client?',
    'The following mods are not allowed:\n- Meteor Client\n- Baritone\n- X-ray packs of any kind\n- Freecam',
  ],
  [
    'all steps with their numbers',
    'How do I get the member role?',
    '\n2. Play for two hours.\n  - Time in the lobby does not count.\n3. Write /member in the chat.',
  ],
  [
    'code as a block between what stands around it, with a link to press',
    'How do I link my account?',
    '#link:\n```\n/discord link\n```\nThe code is good for ten minutes. See the [guide](<https://play.example.org/guide/link>) if',
  ],
  ['a row with its header', 'How much is Gold?', '\nRank: Gold · Price: 10 € · Homes: 6'],
  ['a host name whole', 'What is the server address?', 'The address of the server is play.example.org.'],
])('a card shows %s', async (...[, question, expected]) => {
  const { discord } = await addServers();
  const passage = textsOf(shown(await discord.interact(ask(question)))).join('\n');
  expect(passage.replaceAll('**#rules**', '#rules')).toContain(expected);
});

test('a card shows the first picture of its passage, also without Embed Links, and plain text links it', async () => {
  const { discord } = await addServers();
  const question = 'How do I link my account?';
  const picture = 'https://play.example.org/pictures/link-code.png';
  const answer = shown(await discord.interact(ask(question)));
  const gallery = listComponents(answer.components).find(
    ({ component }) => component.type === componentType.mediaGallery,
  );
  expect(gallery?.component['items']).toMatchObject([
    { media: { url: picture }, description: expect.stringContaining('The window with the code') },
  ]);
  const channel = discord.guilds[0]?.channel;
  if (channel === undefined) throw new Error('no server');
  discord.setBotPermissions(channel, { deny: permission.embedLinks });
  const replied = await discord.ask({ text: question, mentionsBot: true });
  expect(textsOf(replied).join('\n')).toContain('```\n/discord link\n```');
  const pointed = await discord.interact(ask(question, { for: discord.people.moderator }));
  expect(shown(pointed).content).toContain(`<${picture}>`);
});

test('the name of a channel that all members see is a link, that of a hidden one stays text', async () => {
  const articles = {
    'bans.md': '# Bans\n\nQuestions about bans are answered in #help, never in #unknown.\n',
  };
  const { discord } = await addServers({ articles });
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('no server');
  const asking = ask('Where are questions about bans answered?');
  expect(textsOf(shown(await discord.interact(asking))).join()).toContain(
    `<#${home.secondChannel.id}>, never in #unknown`,
  );
  discord.hideChannel(home.secondChannel);
  expect(textsOf(shown(await discord.interact(asking))).join()).toContain('in #help, never');
});

test('More shows the whole list around an item, and Other results none of what is shown', async () => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact(ask('How do I vote for the server?')));
  const around = shown(await discord.interact(press(answer, 'More…')));
  const [asked, text = ''] = textsOf(around);
  expect(asked).toBe('-# How do I vote for the server?');
  expect(text.match(/^- /gm)?.length).toBeGreaterThan(20);
  expect(text).toContain('\n- **/vote: shows where you can vote for the server');
  const more = shown(await discord.interact(press(await optionsOf(discord, answer), 'Other results')));
  for (const { label = '' } of menuOf(more).options ?? []) expect(label).not.toContain('/vote');
});

test.each([
  [{ method: 'POST', path: /callback$/ }, 'data'],
  [{ method: 'POST', path: /messages$/ }, null],
] as const)('a picture whose address Discord refuses all the same is left out: %j', async (match, above) => {
  const { discord } = await addServers();
  const question = 'How do I link my account?';
  const media = ['components', 0, 'components', 1, 'items', 0, 'media', 'url'];
  discord.faults.next(match, { kind: 'invalid form', path: above === null ? media : [above, ...media] });
  const answer =
    above === null
      ? await discord.ask({ text: question, mentionsBot: true })
      : shown(await discord.interact(ask(question)));
  expect(textsOf(answer).join('\n')).toContain('/discord link');
  const types = listComponents(answer.components).map(({ component: { type } }) => type);
  expect(types).not.toContain(componentType.mediaGallery);
});
