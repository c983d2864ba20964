import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { autocomplete, command, messageMenu } from '../local-discord/interactions/requests.ts';
import type { Guild } from '../local-discord/world/guilds.ts';
import { startedScene, writeArticles } from './scene.ts';
import { type Servers, shareBot } from './shared-bot.ts';
import { optionsOf, press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const WHEN = 'When was the meeting on international cooperation held?';
const OFFICES = 'How many representative offices does Russian customs have abroad?';
const HEAD = 'Who is the head of the Customs Cooperation Directorate?';
const AGREEMENTS = 'How many interdepartmental agreements are signed?';
const LONG = `Which are the opening hours of the library ${'for that, for this or for those of it '.repeat(2)}on Fridays?`;
const LIBRARY = 'The library opens at nine. The opening hours of the library on Fridays are nine to three.';

/** Of servers that share a bot, or of a scene of its own. */
type Seen = Pick<Servers, 'discord'>;

type Whereabouts = Partial<Parameters<typeof autocomplete>[0]>;

const typing = (question: string, where: Whereabouts = {}) =>
  autocomplete({ name: 'ask', options: { question }, focused: 'question', ...where });

/** What is offered to somebody who has typed this much. */
async function offered(
  { discord }: Seen,
  typed: string,
  where: Whereabouts = {},
): Promise<readonly string[]> {
  return names(await discord.interact(typing(typed, where)));
}

function names({ choices = [] }: Outcome): readonly string[] {
  return choices.map(({ name }) => name);
}

function asking({ discord }: Seen, question: string, options: Readonly<Record<string, boolean>> = {}) {
  return discord.interact(command({ name: 'ask', options: { question, ...options } }));
}

function otherGuild({ discord }: Seen): Guild {
  const [, guild] = discord.guilds;
  if (guild === undefined) throw new Error('a local Discord has two guilds');
  return guild;
}

function article(pinned: readonly string[], body = LIBRARY): string {
  return `---\ntitle: The library\npinned: ${JSON.stringify(pinned)}\n---\n\n${body}\n`;
}

describe('suggestions', () => {
  test('are the pinned questions at first, then those that fit, typos and word order aside', async () => {
    const scene = await addServers();
    expect(await offered(scene, '')).toEqual([WHEN, OFFICES, HEAD]);
    expect((await offered(scene, 'who is'))[0]).toBe(HEAD);
    expect((await offered(scene, 'ofices abrod'))[0]).toBe(OFFICES);
    expect((await offered(scene, 'cooperation meeting international'))[0]).toBe(WHEN);
    expect(await offered(scene, 'xylophone zebra')).toEqual([]);
  });

  test('never hold what somebody else said and the bot was made to answer', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const text = `<@${discord.people.moderator.id}> ${AGREEMENTS} So Bob`;
    const target = discord.say({ text, user: discord.people.moderatorElsewhere });
    const told = await discord.interact(messageMenu({ name: 'Answer this message', target }));
    expect(told.message?.content).toMatch(/^Answered/);
    expect(textOf(discord.findLastMessage(target.channel_id))).toMatch(
      /80\*{0,2} interdepartmental agreements/,
    );
    expect((await offered(scene, 'agreements are signed')).join()).not.toContain('Bob');
  });

  test.each([
    ['deleted', false],
    ['deleted by hand before', true],
  ])('no longer hold a question whose answer was %s', async (_, isGone) => {
    const scene = await addServers();
    const { discord } = scene;
    const rude = `${AGREEMENTS} You idiots`;
    const answer = (await asking(scene, rude)).message;
    if (answer === undefined) throw new Error('no answer');
    expect(await offered(scene, 'agreements')).toContain(rude);
    const { moderator: user, moderatorElsewhere: other } = discord.people;
    const options = await optionsOf(discord, answer, { user });
    const others = await optionsOf(discord, answer, { user: other });
    if (isGone) discord.deleteMessage(answer);
    const refused = await discord.interact(press(others, 'Delete', { user: other }));
    expect(textOf(refused.message)).toContain('or a moderator can use this');
    expect(await offered(scene, 'agreements')).toContain(rude);
    await discord
      .dispatch(press(options, 'Delete', { user }))
      .until(() => discord.findMessage(answer.id) === undefined);
    await expect.poll(() => offered(scene, 'agreements')).not.toContain(rude);
  });

  test('are the same in every language and in direct messages', async () => {
    const scene = await addServers();
    for (const where of [{ locale: 'ru' }, { locale: 'ja' }, { isDm: true }])
      expect(await offered(scene, 'who is', where)).toContain(HEAD);
  });

  test('hold what was answered here for all to see, and nobody else hears of it', async () => {
    const scene = await addServers();
    await asking(scene, AGREEMENTS);
    await asking(scene, 'How many countries have signed agreements?', { private: true });
    await asking(scene, 'How do I mine bitcoin?');
    await scene.discord.interact(
      command({ name: 'ask', options: { question: 'When did Belyaninov speak?' }, isDm: true }),
    );
    expect(await offered(scene, '')).toEqual([WHEN, OFFICES, HEAD, AGREEMENTS]);
    expect(await offered(scene, 'how many')).toEqual(expect.arrayContaining([OFFICES, AGREEMENTS]));
    for (const typed of ['how many countries', 'bitcoin', 'when did bel'])
      expect(await offered(scene, typed)).not.toContainEqual(expect.stringMatching(/countries|bitcoin|Bely/));
    expect(await offered(scene, 'how many', { channel: otherGuild(scene).channel })).not.toContain(
      AGREEMENTS,
    );
    expect(await offered(scene, '', { isDm: true })).toEqual([WHEN, OFFICES, HEAD]);
  });

  test('hold nothing of a channel, or its threads, that only some members see', async () => {
    const scene = await addServers();
    const { discord } = scene;
    const [guild] = discord.guilds;
    if (guild === undefined) throw new Error('a local Discord has a guild');
    discord.hideChannel(guild.channel);
    const doors = { [AGREEMENTS]: guild.channel, 'How many agreements are signed?': guild.thread };
    for (const [question, channel] of Object.entries(doors))
      await discord.interact(command({ name: 'ask', options: { question }, channel }));
    expect(await offered(scene, '')).toEqual([WHEN, OFFICES, HEAD]);
    const open = 'How many interdepartmental agreements are there?';
    await discord.interact(
      command({ name: 'ask', options: { question: open }, channel: otherGuild(scene).channel }),
    );
    expect(await offered(scene, '', { channel: otherGuild(scene).channel })).toContain(open);
  });

  test('are neither recorded nor counted as questions', async () => {
    const scene = await addServers();
    for (let typed = 1; typed <= 20; typed++) await offered(scene, WHEN.slice(0, typed));
    expect(scene.bot.log.filter(({ msg }) => msg === 'asked')).toEqual([]);
    const { message } = await asking(scene, WHEN);
    expect(textOf(await optionsOf(scene.discord, shown({ message })))).toContain(`"-# ${WHEN}"`);
  });

  test('survive a restart: those answered before, and the key of a long one', async () => {
    const scene = await addServers({ articles: { 'library.md': article([LONG]) } });
    await asking(scene, 'When does the library open?');
    const [choice] = (await scene.discord.interact(typing('which of the'))).choices ?? [];
    expect(choice?.name).toMatch(/^Which are the .*…$/);
    await scene.restart();
    expect(await offered(scene, 'open')).toContain('When does the library open?');
    const { message } = await asking(scene, String(choice?.value));
    expect(textOf(await optionsOf(scene.discord, shown({ message })))).toContain(`"-# ${LONG}"`);
    expect(textOf(message)).toContain('nine to three');
  });

  test('follow a refresh; a long question that is gone is asked as far as its key tells it', async () => {
    const scene = await addServers({ articles: { 'library.md': article([LONG, 'Who pays?']) } });
    const [choice] = (await scene.discord.interact(typing('which of the'))).choices ?? [];
    await writeArticles(scene.folder, { 'library.md': article(['Is there a café?']) });
    await scene.discord.interact(command({ name: 'refresh', user: scene.discord.people.moderator }));
    expect(await offered(scene, '')).toEqual(['Is there a café?']);
    const { message } = await asking(scene, String(choice?.value));
    expect(textOf(await optionsOf(scene.discord, shown({ message })))).toMatch(
      /"-# Which are the opening hours of the library [^…"\\]*["\\]/,
    );
  });

  test('are taken by Discord whatever is pinned and asked', async () => {
    const hostile = [
      '   ',
      '\u0000\u0007',
      '\ud800',
      '\u3164',
      'Who *pays* @everyone `now` <@1> || https://evil.example ||?',
      'who *PAYS* @everyone  `now` <@1> || https://evil.example ||',
      '👩‍👩‍👧‍👦'.repeat(40),
      `a${'\u0301'.repeat(300)}?`,
      'f1:q:AAAAAAAAAAAAAAAA:Who pays?',
      ...Array.from({ length: 40 }, (_, number) => `${'same '.repeat(30)}${number}?`),
    ];
    const scene = await addServers({ articles: { 'library.md': article(hostile) } });
    for (const typed of ['', 'who', 'same', '\u0000', '\ud800', 'f1:q:', '(.*)+$', 'a'.repeat(6000)])
      expect((await offered(scene, typed)).length).toBeLessThanOrEqual(25);
    expect(await offered(scene, 'same')).toHaveLength(1);
    expect((await offered(scene, 'who pays')).filter((name) => name.includes('evil'))).toHaveLength(1);
  });

  test.each(['f1:q:', 'f1:q:AAAAAAAAAAAAAAAA:', 'f1:q:AAAAAAAAAAAAAAAA:When was the meeting held?'])(
    'are not needed: %j is answered',
    async (question) => {
      const scene = await addServers();
      const { message } = await asking(scene, question);
      expect(textOf(message)).toMatch(/September|I don’t know|doesn’t look like a question/);
    },
  );

  test('go on without the store', async () => {
    const scene = await startedScene({ env: { DATABASE_URL: resolve('package.json', 'footnote.db') } });
    await asking(scene, AGREEMENTS);
    expect(await offered(scene, '')).toEqual([WHEN, OFFICES, HEAD]);
  });
});
