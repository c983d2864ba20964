import { describe, expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { command } from '../local-discord/interactions/requests.ts';
import { startedScene } from './scene.ts';
import { shareBot } from './shared-bot.ts';
import { shown, textOf as textOfMessage } from './under-answers.ts';

const addServers = shareBot();

const ask = (question: string, options: Readonly<Record<string, boolean>> = {}) =>
  command({ name: 'ask', options: { question, ...options } });

/** Everything that the asker reads on the card, in one text. */
const textOf = ({ message }: Outcome): string => textOfMessage(message);

describe('/ask', () => {
  test('answers publicly: the question, the passage with the short answer, its source and date, and that it is old', async () => {
    const { discord } = await addServers();
    const question = 'How many interdepartmental agreements are signed?';
    const answer = await discord.interact(ask(question));
    expect(answer.isEphemeral).toBe(false);
    const [card] = shown(answer).components;
    expect(card?.components?.map(({ content }) => content)).toEqual([
      expect.stringMatching(/^About \*\*80\*\* interdepartmental agreements/),
      '-# Russian FCS held a meeting on international cooperation · ⏳ 17 Dec 2018, may be outdated',
    ]);
    expect(shown(answer)).toMatchObject({ content: '', embeds: [] });
  });

  test('links the source of an article that has an address', async () => {
    const article =
      '---\ntitle: Opening hours\nurl: https://example.org/hours\n---\n\nThe library opens at nine.\n';
    const { discord } = await addServers({ articles: { 'hours.md': article } });
    expect(textOf(await discord.interact(ask('When does the library open?')))).toContain(
      '-# [Opening hours](<https://example.org/hours#:~:text=The%20library%20opens%20at%20nine.>)',
    );
  });

  test('answers the asker alone when asked to', async () => {
    const { discord } = await addServers();
    const answer = await discord.interact(ask('When was the meeting held?', { private: true }));
    expect(answer.isEphemeral).toBe(true);
    expect(textOf(answer)).toContain('September');
  });

  test('words an unsure answer as the closest passage and highlights nothing', async () => {
    const { discord } = await addServers();
    const answer = await discord.interact(
      ask('When did the work of foreign representative offices improve?'),
    );
    expect(textOf(answer)).toMatch(/closest passage/);
    expect(textOf(answer).replace(/\*\*I don’t/, '')).not.toContain('**');
  });

  test('says to the asker alone that it does not know, why, and what to try, without a source', async () => {
    const { discord } = await addServers();
    const answer = await discord.interact(ask('How do I mine bitcoin?'));
    expect(answer.isEphemeral).toBe(true);
    expect(textOf(answer)).toMatch(/I don’t know.*No article mentions.*bitcoin/);
    expect(textOf(answer)).toContain('Try other words, or browse');
    expect(textOf(answer)).not.toContain('russian-fcs-meeting');
  });

  test('tells nobody else that it does not know, even when asked to answer publicly', async () => {
    const { discord } = await addServers();
    const answer = await discord.interact(ask('How do I mine bitcoin?', { private: false }));
    expect(answer.isEphemeral).toBe(true);
  });

  test('greets back instead of quoting', async () => {
    const { discord } = await addServers();
    expect(textOf(await discord.interact(ask('hello!')))).toContain('Hello!');
  });

  test('works in a direct message', async () => {
    const { discord } = await addServers();
    const request = command({ name: 'ask', options: { question: 'When was the meeting held?' }, isDm: true });
    expect(textOf(await discord.interact(request))).toContain('September');
  });

  test.each([
    ['6,000 characters, the most that Discord sends', 'agreements '.repeat(600).slice(0, 6000)],
    ['6,000 characters that nothing answers', 'zorble '.repeat(900).slice(0, 6000)],
    ['6,000 characters of one word', 'x'.repeat(6000)],
    ['nothing but white space', '   '],
    ['control characters and a right-to-left mark', '\u0000\u0007\u202e meeting \u001b[31m?'],
    ['regular-expression signs', '(.*)+$ [meeting] \\d{9999}'],
    ['emoji', '👩‍👩‍👧‍👦👩‍👩‍👧‍👦 meeting 🏴‍☠️'],
    ['mentions and formatting', '@everyone <@123456789012345678> **meeting** ||held|| `when`'],
    ['Arabic and Hebrew', 'متى عقد الاجتماع؟ מתי'],
  ])('survives a question of %s', async (_, question) => {
    const { discord } = await addServers();
    const answer = await discord.interact(ask(question));
    expect(shown(answer).components[0]?.components?.length).toBeGreaterThan(0);
  });

  test('shows a hostile article letter by letter: no ping, no formatting, no unfurling', async () => {
    const quote =
      'The hostile guest @everyone wrote **bold** ||spoiler|| `code` ``` <@123456789012345678> [here](https://evil.example) https://plain.example/a_b_c today.';
    const article = `A *hostile* @everyone \`title\`\n\n${quote}\n`;
    const { discord } = await addServers({ articles: { 'hostile.txt': article } });
    const answer = await discord.interact(ask('What did the hostile guest write?'));
    const texts = shown(answer).components[0]?.components?.map(({ content }) => content) ?? [];
    expect(texts.at(-1)).toBe('-# A \\*hostile\\* \\@everyone \\`title\\`');
    const passage = texts.join('\n');
    expect(passage).toContain('\\*\\*bold\\*\\* \\|\\|spoiler\\|\\| \\`code\\`');
    expect(passage).toContain('\\<\\@123456789012345678\\>');
    expect(passage).toContain('<https://plain.example/a_b_c>');
    expect(shown(answer)).toMatchObject({ content: '', mentions: [] });
  });
});

test('the log holds no question and no token, unless the operator asks for the questions', async () => {
  const question = 'When was the very secret meeting held?';
  const levels = [
    [await addServers(), false],
    [await startedScene({ env: { LOG_LEVEL: 'debug' } }), true],
  ] as const;
  for (const [{ discord, bot }, isLogged] of levels) {
    await discord.interact(ask(question));
    await bot.logged(({ msg }) => msg === 'asked');
    if (isLogged) await bot.logged(({ msg }) => msg === 'question');
    const log = JSON.stringify(bot.log);
    expect(log.includes('very secret')).toBe(isLogged);
    expect(log).not.toContain(discord.token);
  }
});
