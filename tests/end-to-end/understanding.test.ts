import { expect, test } from 'vitest';
import { english } from '../../src/wording/kit/english.ts';
import { command, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { startedScene } from './scene.ts';
import { isOnPostgres, listStoreFiles } from './scene-store.ts';
import { ask, menuOf, pick, press, shown, textOf } from './under-answers.ts';

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
  expect((await listStoreFiles(folder)).includes('footnote.db.vectors')).toBe(!isOnPostgres);
});

test('a word that no article holds becomes a synonym with one tap once its question is taught', async () => {
  const { discord } = await startedScene({
    articles: { 'library.md': LIBRARY },
    env: { ENCODERS: 'on' },
  });
  await untilUnderstood(discord);
  const { moderator: user } = discord.people;
  await discord.interact(ask('is my zorble welcome'));
  const entry = shown(await discord.interact(command({ name: 'unanswered', user })));
  const inQueue = shown(await discord.interact(press(entry, 'Yes, that’s it', { user })));
  expect(menuOf(inQueue).options?.[0]?.label).toMatch(/^“zorble” means “\w+/);
  const options = { question: 'zorble garden' };
  const explained = shown(
    await discord.interact(command({ name: 'knowledge', subcommand: 'explain', options, user })),
  );
  const dogs = (menuOf(explained).options ?? []).findIndex(({ label }) => label?.startsWith('Dogs'));
  const taught = shown(await discord.interact(pick(explained, dogs, { user })));
  const { custom_id: customId = '', options: offered = [] } = menuOf(taught);
  const values = [offered.find(({ label }) => label === '“zorble” means “Dogs”')?.value ?? ''];
  const picked = await discord.interact(select({ message: taught, customId, values, user }));
  expect(picked.isEphemeral).toBe(true);
  expect(textOf(picked.message)).toContain('I read “zorble” in questions as “Dogs” too.');
  const { message } = await discord.interact(ask('are zorbles on a lead'));
  expect(textOf(message)).toContain('Dogs must be kept');
});
