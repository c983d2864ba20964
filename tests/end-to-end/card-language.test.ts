import { expect, test } from 'vitest';
import { button } from '../local-discord/interactions/requests.ts';
import { shareBot } from './shared-bot.ts';
import { ask, customIdOf, labelsOf, MEETING, now, press, shown } from './under-answers.ts';

const addServers = shareBot();

test('what a card says when it changes stays in its language, whoever presses, and however often', async () => {
  const { discord } = await addServers();
  const { moderator } = discord.people;
  const answer = shown(await discord.interact({ ...ask(MEETING), locale: 'de' }));
  await discord.interact(press(answer, '👍', { locale: 'ru' }));
  await discord.interact(press(now(discord, answer), '👍', { user: moderator, locale: 'fr' }));
  expect(labelsOf(now(discord, answer))).toEqual(['2', '👎', 'Mehr…']);
  const unknown = shown(await discord.interact({ ...ask('How do I mine bitcoin?'), locale: 'es-ES' }));
  await discord.interact(press(unknown, 'Avísame cuando lo sepas', { locale: 'ru' }));
  expect(labelsOf(now(discord, unknown))).toContain('Te avisaré');
});

test('a card whose buttons do not tell its language yet keeps working', async () => {
  const { discord } = await addServers();
  const unknown = shown(await discord.interact(ask('How do I mine bitcoin?')));
  const [, , , askedId = ''] = customIdOf(unknown, 'Tell me when you know').split(':');
  const customId = `f1:tell-me:${askedId}`;
  await discord.interact(button({ message: unknown, customId, isForged: true, isToldInPart: true }));
  expect(labelsOf(now(discord, unknown))).toContain('I’ll tell you');
});
