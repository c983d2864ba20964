import { expect, test } from 'vitest';
import { startedScene } from './scene.ts';
import { ask, shown, textOf } from './under-answers.ts';

const QUESTION = 'How high is the tower?';
const articleAt = (url: string) => ({
  'tower.md': `---\ntitle: The tower\nurl: ${url}\n---\n\nThe tower is 40 metres high.\n`,
});

test.each([
  'http://intranet/handbook',
  'https://my_wiki.example.org/',
  'https://пример.рф/öffnungszeiten|a[b]',
])('an article from %s is quoted, with a link or without', async (url) => {
  const { discord } = await startedScene({ articles: articleAt(url) });
  expect(textOf(shown(await discord.interact(ask(QUESTION))))).toContain('metres** high');
  expect(textOf(await discord.ask({ text: QUESTION, mentionsBot: true }))).toContain('metres** high');
});

test.each([
  [{ method: 'POST', path: /callback$/ }, ['data', 'embeds', 0, 'url']] as const,
  [{ method: 'POST', path: /messages$/ }, ['embeds', 0, 'url']] as const,
])('an answer whose link Discord refuses all the same is shown without it', async (match, path) => {
  const { discord } = await startedScene({ articles: articleAt('https://example.org/tower') });
  discord.faults.next(match, { kind: 'invalid form', path });
  const answer = match.path.test('callback')
    ? shown(await discord.interact(ask(QUESTION)))
    : await discord.ask({ text: QUESTION, mentionsBot: true });
  expect(textOf(answer)).toContain('metres** high');
  expect(answer.embeds[0]?.url).toBeUndefined();
});
