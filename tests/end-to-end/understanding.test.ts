import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../src/wording/kit/english.ts';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { startedScene } from './scene.ts';
import { textOf } from './under-answers.ts';

const LIBRARY = `# Using the library

The reading room opens at nine in the morning and closes at five.

Dogs must be kept on a lead in the garden.

Books may be borrowed for three weeks.
`;

/** Asks as often as it takes; each time the bot has answered. */
async function untilUnderstood(discord: LocalDiscord): Promise<void> {
  for (;;) {
    const { message } = await discord.interact(command({ name: 'sources' }));
    if (!textOf(message).includes(english.sources.learning)) return;
  }
}

test('a question in another language is answered by what it means, and what was learned is kept', async () => {
  const { discord, folder } = await startedScene({
    articles: { 'library.md': LIBRARY },
    env: { ENCODERS: 'on' },
  });
  await untilUnderstood(discord);
  const options = { question: 'Как долго можно держать книги?' };
  const reply = await discord.interact(command({ name: 'ask', options, locale: 'ru' }));
  expect(textOf(reply.message)).toContain('Books may be borrowed for **three weeks**.');
  expect(textOf(reply.message)).toContain('Язык цитаты: английский.');
  expect(await readdir(join(folder, '.store'))).toContain('footnote.db.vectors');
});
