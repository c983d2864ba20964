import { describe, expect, test } from 'vitest';
import { readDiscordMarkdown } from '../discord/discord-markdown.ts';
import { CARS, FERRY, LORRIES } from '../ferry.ts';
import { command, messageMenu } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import type { Message } from '../local-discord/world/messages.ts';
import { shareBot } from './shared-bot.ts';
import { ask, labelsOf, menuOf, optionsOf, pick, press, share, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const NASTY =
  '@everyone @here <@123456789012345678> <@&123456789012345678> **bold** ||spoiler|| `code` ``` [here](https://evil.example) https://plain.example/a_b_c :smile: <t:1> ~~no~~ __no__';

/** Nobody is pinged, and nothing in the cards takes effect but what we have put there on purpose. */
function expectHarmless(message: Message | undefined, own: readonly string[]): void {
  expect(message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
  const { content = '', components = [] } = message ?? {};
  const texts = listComponents(components).flatMap(({ component }) => component.content ?? []);
  expect([content, ...texts].some((part) => part !== '')).toBe(true);
  const read = texts.map((text) =>
    readDiscordMarkdown(OURS.reduce((left, part) => left.replace(part, ''), text)),
  );
  const formatting = read.flatMap((card) => card.formatting);
  expect(formatting.filter((name) => !own.includes(name))).toEqual([]);
}

/** Our command in the hint of an “I don’t know”, when the articles were read, and who has shared an answer. */
const OURS = [/browse `\/sources`\.$/, / <t:\d+:R>$/, /^Shared by <@\d+>/];

/** One page of hostile text, in each place that an article has. */
const hostileArticles = {
  '**a** ||b||/@everyone `c` [x](y).md': `---
title: '${NASTY}'
publisher: '${NASTY}'
pinned:
  - 'What did ${NASTY} say?'
---

# ${NASTY.replaceAll('`', '\\`')}

Before it ${NASTY.replaceAll('`', '\\`')} stood here.

The hostile guest wrote ${NASTY.replaceAll('`', '\\`')} in 1999. # Another guest saw ${NASTY.replaceAll('`', '\\`')} too.

Behind it ${NASTY.replaceAll('`', '\\`')} stood there.
`,
  'plain.txt': `${NASTY}\n\nThe hostile guest left @everyone in 2001. 1. The hostile guest took ||all|| of it.\n`,
};

describe('a hostile article', () => {
  test('has no effect in an answer, around it, among more matches, shared, or handed on', async () => {
    const { discord } = await addServers({ articles: hostileArticles });
    const answer = shown(await discord.interact(ask('What did the hostile guest write?', { private: true })));
    expect(textOf(answer)).toContain('1999');
    // The article links a word itself: that leads where it says.
    expectHarmless(answer, ['subtext', 'bold', 'masked link']);
    expectHarmless((await discord.interact(press(answer, 'More…'))).message, [
      'subtext',
      'bold',
      'masked link',
    ]);
    const more = shown(await discord.interact(press(await optionsOf(discord, answer), 'Other results')));
    expectHarmless(more, ['subtext', 'masked link']);
    for (let at = 0; at < (menuOf(more).options?.length ?? 0); at++)
      expectHarmless((await discord.interact(pick(more, at))).message, ['subtext', 'masked link']);
    const sharing = await share(discord, answer);
    const { followUps } = await sharing.until((outcome) => outcome.followUps.length === 1);
    expectHarmless(followUps[0], ['subtext', 'bold', 'masked link']);
  });

  test('has none in the list of sources or in what a refresh tells', async () => {
    const { discord } = await addServers({ articles: hostileArticles });
    const list = await discord.interact(command({ name: 'sources' }));
    expect(textOf(list.message)).toMatch(/### \d+ articles/);
    expectHarmless(list.message, ['heading', 'list', 'bold', 'subtext']);
    const report = await discord.interact(command({ name: 'refresh', user: discord.people.moderator }));
    expectHarmless(report.message, ['heading', 'bold', 'list']);
  });
});

test('hostile titles and headings have no effect on the buttons that open what is near, nor where it is shown', async () => {
  const nasty = FERRY.replaceAll(/^#.*$/gm, (line) => `${line} ${NASTY.replaceAll('`', '\\`')}`);
  const { discord } = await addServers({ articles: { 'ferry.md': nasty } });
  await discord.interact(ask(CARS));
  const unknown = shown(await discord.interact(ask(LORRIES)));
  expectHarmless(unknown, ['subtext', 'bold']);
  const labels = labelsOf(unknown).filter((label) => label !== 'Tell me when you know');
  expect(labels).toEqual([expect.stringMatching(/^Cars @every/), expect.stringMatching(/^Crossing @every/)]);
  for (const label of labels)
    expectHarmless((await discord.interact(press(unknown, label))).message, ['subtext', 'list']);
});

const endless = (sign: string) => `${sign} endless `.repeat(60).trim();

describe('endless titles, headings and paths', () => {
  const sections = Array.from(
    { length: 30 },
    (_, i) =>
      `# ${endless('*x*')}\n\n## ${endless('||y||')}\n\n### ${endless('@here')}\n\nThe tower number ${i} was built in ${1900 + i}.`,
  );
  const articles = {
    [`${'a-folder '.repeat(20).trim()}/${'b'.repeat(200)}.md`]: `---\ntitle: '${'T*|_'.repeat(75)}'\n---\n\n${sections.join('\n\n')}\n`,
  };

  test('fit into every card and into a menu of 25', async () => {
    const { discord } = await addServers({ articles });
    const answer = shown(await discord.interact(ask('When was the tower number 7 built?')));
    expectHarmless(answer, ['subtext', 'bold']);
    expectHarmless((await discord.interact(press(answer, 'More…'))).message, ['subtext', 'bold']);
    const more = shown(await discord.interact(press(await optionsOf(discord, answer), 'Other results')));
    expect(menuOf(more).options).toHaveLength(25);
    for (const { description = '' } of menuOf(more).options ?? []) expect(description).toMatch(/^T\*\|_.*…$/);
    expectHarmless((await discord.interact(pick(more, 24))).message, ['subtext']);
    expectHarmless((await discord.interact(command({ name: 'sources' }))).message, [
      'heading',
      'list',
      'bold',
      'subtext',
    ]);
  });
});

describe('a question of 4,000 hostile characters', () => {
  const question = `When was the meeting held? ${NASTY} `.repeat(30).slice(0, 4000);

  test.each([
    ['/ask', (discord: LocalDiscord) => discord.interact(ask(question)).then(shown)],
    [
      '/ask in private',
      (discord: LocalDiscord) => discord.interact(ask(question, { private: true })).then(shown),
    ],
    [
      'the menu of a message',
      async (discord: LocalDiscord) => {
        const target = discord.say({ text: question });
        const told = await discord.interact(messageMenu({ name: 'Answer this message', target }));
        return discord.findLastMessage(target.channel_id) ?? told.message;
      },
    ],
    ['a mention', (discord: LocalDiscord) => discord.ask({ text: question, mentionsBot: true })],
    ['a direct message', (discord: LocalDiscord) => discord.ask({ text: question, isDm: true })],
    [
      'a reply',
      async (discord: LocalDiscord) => {
        const answer = shown(await discord.interact(ask('When was the meeting held?')));
        return discord.ask({ text: question, replyTo: answer });
      },
    ],
  ])('has no effect through %s', async (_, through) => {
    const { discord } = await addServers();
    const answer = await through(discord);
    expect(textOf(answer)).toMatch(/September|I don’t know/);
    expectHarmless(answer, ['subtext', 'bold', 'list']);
  });

  test('has none where helpers are asked, though that is no card', async () => {
    const { discord } = await addServers();
    const { secondChannel: channel } = discord.guilds[0] ?? {};
    if (channel === undefined) throw new Error('no server');
    const user = discord.people.administrator;
    await discord.interact(command({ name: 'settings', subcommand: 'people', options: { channel }, user }));
    const answer = shown(await discord.interact(ask(question)));
    const pressed = discord.dispatch(press(answer, 'Ask the helpers'));
    await pressed.until(({ followUps }) => followUps.length === 1);
    const call = shown({ message: discord.findLastMessage(channel.id) });
    expectHarmless(call, []);
    // Who asks, and where: both are ours.
    expect(readDiscordMarkdown(call.content).formatting).toEqual(['mention', 'channel']);
  });
});

test('what anybody writes beside a mention names nobody and pings nobody', async () => {
  const { discord } = await addServers();
  const { moderator, administrator } = discord.people;
  const role = discord.guilds[0]?.roles.news.id;
  const text = `@everyone <@${moderator.id}> <@&${role}> When was the meeting held?`;
  const answer = await discord.ask({ text, mentionsBot: true, user: administrator });
  expect(answer.content).toBe('');
  expectHarmless(answer, ['subtext', 'bold', 'list']);
});
