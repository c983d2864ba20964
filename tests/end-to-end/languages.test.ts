import { Locale } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { ALL_COMMANDS } from '../../src/discord/routing/commands.ts';
import { LANGUAGES, textsFor } from '../../src/wording/languages.ts';
import { button, command, messageMenu } from '../local-discord/interactions/requests.ts';
import { shareBot } from './shared-bot.ts';
import { ask, labelsOf, MEETING, optionsOf, shown, textOf, wordsOf } from './under-answers.ts';

const addServers = shareBot();

interface Spoken {
  readonly unknown: string;
  readonly forgotten: string;
  readonly buttons: readonly string[];
}

const ENGLISH: Spoken = {
  unknown: 'I don’t know',
  forgotten: 'I no longer have this question. Please ask again.',
  buttons: ['👍', '👎', 'More…'],
};
const RUSSIAN: Spoken = {
  unknown: 'Я не знаю',
  forgotten: 'Этого вопроса у меня больше нет. Пожалуйста, спросите ещё раз.',
  buttons: ['👍', '👎', 'Ещё…'],
};
const GERMAN: Spoken = {
  unknown: 'Das weiß ich nicht',
  forgotten: 'Diese Frage habe ich nicht mehr. Bitte frag noch einmal.',
  buttons: ['👍', '👎', 'Mehr…'],
};
const SPANISH: Spoken = {
  unknown: 'No lo sé',
  forgotten: 'Ya no tengo esta pregunta. Pregunta de nuevo, por favor.',
  buttons: ['👍', '👎', 'Más…'],
};
const FRENCH: Spoken = {
  unknown: 'Je ne sais pas',
  forgotten: 'Je n’ai plus cette question. Veuillez redemander.',
  buttons: ['👍', '👎', 'Plus…'],
};

const PORTUGUESE: Spoken = {
  unknown: 'Não sei',
  forgotten: 'Não tenho mais esta pergunta. Pergunte de novo, por favor.',
  buttons: ['👍', '👎', 'Mais…'],
};

const FORGOTTEN = 'f1:helpful:x';

test.each([
  ['en-US', ENGLISH],
  ['en-GB', ENGLISH],
  ['ru', RUSSIAN],
  ['de', GERMAN],
  ['es-ES', SPANISH],
  ['es-419', SPANISH],
  ['fr', FRENCH],
  ['pt-BR', PORTUGUESE],
  ['ja', ENGLISH],
])('who reads Discord in %s is answered, refused and given buttons in it', async (locale, spoken) => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact({ ...ask(MEETING), locale }));
  expect(labelsOf(answer)).toEqual(spoken.buttons);
  const unknown = await discord.interact({ ...ask('How do I mine bitcoin?'), locale });
  expect(textOf(unknown.message)).toContain(`**${spoken.unknown}**`);
  const forgery = { isForged: true, isToldInPart: true };
  const forged = button({ message: answer, customId: FORGOTTEN, ...forgery, locale });
  expect(wordsOf((await discord.interact(forged)).message)).toBe(spoken.forgotten);
});

describe('a language that the bot does not speak', () => {
  test('gives way to the server’s, and where that is not spoken either, to English', async () => {
    const guilds = [
      { name: 'Lesesaal', locale: 'de' },
      { name: 'Lezzaal', locale: 'nl' },
    ];
    const { discord } = await addServers({ guilds });
    const [german, dutch] = discord.guilds;
    if (german === undefined || dutch === undefined) throw new Error('no servers');
    const there = (guild: typeof german) => discord.interact({ ...ask(MEETING), locale: 'ja', guild });
    expect(labelsOf(shown(await there(german)))).toEqual(GERMAN.buttons);
    expect(labelsOf(shown(await there(dutch)))).toEqual(ENGLISH.buttons);
    const without = { ...ask(MEETING), locale: 'ja', channel: discord.guildWithoutBot.channel };
    expect(labelsOf(shown(await discord.interact(without)))).toEqual([...FRENCH.buttons, '🗑️']);
    expect(labelsOf(shown(await discord.interact({ ...ask(MEETING), locale: 'ja', isDm: true })))).toEqual(
      ENGLISH.buttons,
    );
  });
});

describe('a message', () => {
  test('is answered in the language of its server, a direct one in English', async () => {
    const { discord } = await addServers();
    const [, guild] = discord.guilds;
    if (guild === undefined) throw new Error('no second server');
    expect(labelsOf(await discord.ask({ text: MEETING, mentionsBot: true, guild }))).toEqual(GERMAN.buttons);
    expect(labelsOf(await discord.ask({ text: MEETING, isDm: true }))).toEqual(ENGLISH.buttons);
  });
});

test('a card that somebody opens is in their own language, whatever the answer’s', async () => {
  const { discord } = await addServers();
  const answer = shown(await discord.interact(ask(MEETING)));
  expect(labelsOf(await optionsOf(discord, answer, { locale: 'ru' }))).toEqual([
    'Другие результаты',
    'Удалить',
  ]);
  const target = discord.say({ text: ' ' });
  const told = await discord.interact(messageMenu({ name: 'Answer this message', target, locale: 'fr' }));
  expect(told.message?.content).toBe(LANGUAGES.fr.notices.nothingToAnswer);
  const help = await discord.interact(command({ name: 'help', locale: 'es-ES' }));
  expect(textOf(help.message)).toContain('Qué sé hacer');
});

test('commands and their options are registered in every language, with descriptions of their own', async () => {
  const { discord } = await addServers();
  const locales = Object.values(Locale)
    .filter((locale) => textsFor(locale).language !== 'en')
    .toSorted();
  expect(locales).toEqual(expect.arrayContaining(['de', 'es-419', 'es-ES', 'pt-BR']));
  const { global } = discord.registeredCommands;
  expect(global).toHaveLength(ALL_COMMANDS.length);
  for (const menu of global.flatMap(withOptions)) {
    expect([menu['name'], Object.keys(Object(menu['name_localizations'])).toSorted()]).toEqual([
      menu['name'],
      locales,
    ]);
    if (menu['description'] === '') continue;
    const descriptions = Object(menu['description_localizations']);
    expect(Object.keys(descriptions).toSorted()).toEqual(locales);
    expect(new Set([menu['description'], ...Object.values(descriptions)]).size).toBe(
      Object.keys(LANGUAGES).length,
    );
  }
});

/** A command with its options, and theirs. */
function withOptions(menu: object): readonly Readonly<Record<string, unknown>>[] {
  const { options, ...rest } = Object(menu);
  return [rest, ...(Array.isArray(options) ? options.flatMap(withOptions) : [])];
}
