import { expect, test } from 'vitest';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import { command } from '../local-discord/interactions/requests.ts';
import { shareBot } from './shared-bot.ts';
import { press, shown, textOf } from './under-answers.ts';

const addServers = shareBot();

const ENGLISH =
  '---\ntitle: The town library\n---\n\nThe library opens at nine in the morning. It closes at five, on Fridays at three, and an inter-library loan takes about two weeks.\n';
const GERMAN =
  '---\ntitle: Das Stadtarchiv\n---\n\nDas Stadtarchiv öffnet um zehn Uhr. Es schließt um vier, freitags schon um zwei, und eine Kopie dauert ungefähr drei Tage.\n';

const ask = (question: string, locale = 'en-US') => command({ name: 'ask', options: { question }, locale });
const quoteOf = ({ message }: Outcome): string => textOf(message);

test('a quote stays in the language of its article; the card names it where it is another', async () => {
  const { discord } = await addServers({ articles: { 'library.md': ENGLISH, 'archiv.md': GERMAN } });
  const german = await discord.interact(ask('Wann öffnet das Stadtarchiv?', 'ru'));
  expect(quoteOf(german)).toMatch(/Das Stadtarchiv öffnet .*-# Das Stadtarchiv · Язык цитаты: немецкий\./);
  expect(quoteOf(await discord.interact(ask('Wann öffnet das Stadtarchiv?', 'de')))).not.toContain('Sprache');
  expect(quoteOf(await discord.interact(ask('When does the library open?', 'de')))).toContain(
    'Sprache des Zitats: Englisch.',
  );
  expect(quoteOf(await discord.interact(ask('When does the library open?')))).not.toContain(
    'The quote is in',
  );
});

test('the front matter has the last word', async () => {
  const articles = { 'library.md': ENGLISH.replace('---\n\n', 'language: pt-br\n---\n\n') };
  const { discord } = await addServers({ articles });
  expect(quoteOf(await discord.interact(ask('When does the library open?')))).toContain(
    'The quote is in Brazilian Portuguese.',
  );
});

test('further matches name their language too', async () => {
  const library = `${ENGLISH}\n## Closing\n\nThe library does not open on Sundays, nor on the first Monday of a month.\n`;
  const { discord } = await addServers({ articles: { 'library.md': library } });
  const answer = shown(await discord.interact(ask('When does the library open?', 'fr')));
  const options = shown(await discord.interact(press(answer, 'Plus…', { locale: 'fr' })));
  const more = await discord.interact(press(options, 'Autres résultats', { locale: 'fr' }));
  expect(quoteOf(more)).toContain('Langue de la citation\u00a0: anglais.');
});
