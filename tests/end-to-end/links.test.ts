import { expect, test } from 'vitest';
import { shareBot } from './shared-bot.ts';
import { ask, shown, textOf } from './under-answers.ts';

const articleAt = (subject: string, url: string) =>
  `---\ntitle: The ${subject}\nurl: ${url}\n---\n\nThe ${subject} is 40 metres high.\n`;

const LINKS = [
  ['tower', 'http://intranet/handbook'],
  ['bridge', 'https://my_wiki.example.org/'],
  ['wall', 'https://пример.рф/öffnungszeiten|a[b]'],
] as const;

const addServers = shareBot(
  Object.fromEntries(
    [...LINKS, ['mast', 'https://example.org/mast'] as const].map(([subject, url]) => [
      `${subject}.md`,
      articleAt(subject, url),
    ]),
  ),
);

test.each(LINKS)('the article about the %s, from %s, is quoted, with a link or without', async (subject) => {
  const { discord } = await addServers();
  const question = `How high is the ${subject}?`;
  for (const answer of [
    shown(await discord.interact(ask(question))),
    await discord.ask({ text: question, mentionsBot: true }),
  ]) {
    expect(textOf(answer)).toMatch(new RegExp(`-# \\[?The ${subject}`));
    expect(textOf(answer)).toMatch(/40 metres\**\s*high/);
  }
});
