import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropServerPhrases, isSmallTalk, stripGreeting } from '../../../src/text/words/filler-phrases.ts';
import { splitWords } from '../../../src/text/words/words.ts';

describe('small talk', () => {
  test.each([
    'hello',
    'Hi there!',
    'Good morning, everyone',
    'thank you so much',
    'Thanks, bot',
    'lol ok bye',
    'Здравствуйте!',
    'Спасибо',
    'Tschüss',
    '¡Adiós!',
    'merci 🙂',
    'how are you?',
    'What’s up',
    'who are you',
    'What can you do?',
    'thanks a lot!',
    'добрый день',
    'спасибо большое',
    'как дела?',
    'До свидания!',
    'Guten Morgen',
    'Vielen Dank',
    'wie geht’s',
    'Grüß Gott',
    'buenos días',
    'Muchas gracias',
    '¿qué tal?',
    'bonsoir',
    'merci beaucoup',
    'ça va ?',
  ])('is “%s”', (text) => expect(isSmallTalk(splitWords(text))).toBe(true));

  test.each([
    'hello, when was the meeting?',
    'thanks for the agreement',
    'you',
    'so much',
    '',
    '?!',
    '🙂',
    'What is good?',
    'night',
    'Welcome message',
    'What are you allowed to bring?',
  ])('is not “%s”', (text) => expect(isSmallTalk(splitWords(text))).toBe(false));
});

describe('a question', () => {
  test.each([
    ['hi, when was it?', 'when was it'],
    ['Hello bot, when was it?', 'when was it'],
    ['Good morning everyone! When was it?', 'when was it'],
    ['Добрый день, когда?', 'когда'],
    ['when was it? thanks!', 'when was it'],
    ['thanks! when was it, please', 'when was it'],
    ['when was it', 'when was it'],
    ['hello', 'hello'],
    ['thank you so much', 'thank you so much'],
    ['high prices', 'high prices'],
    ['', ''],
  ])('“%s” asks “%s”', (text, left) =>
    expect(
      stripGreeting(splitWords(text))
        .map(({ folded }) => folded)
        .join(' '),
    ).toBe(left),
  );

  test('ends, however often it greets', () => {
    const words = splitWords('thank you so much '.repeat(1000));
    expect(isSmallTalk(words.slice(0, 39))).toBe(false);
    expect(stripGreeting(words).length).toBeLessThan(words.length);
  });
});

const left = (question: string): string =>
  dropServerPhrases(splitWords(question).map(({ folded }) => folded)).join(' ');

test.each([
  ['Who is the owner of this server?', 'who is the owner'],
  ['On this Discord, who is the owner?', 'who is the owner'],
  ['what are the rules here', 'what are the rules'],
  ['Was ist auf diesem Server verboten?', 'was ist verboten'],
  ['quelles sont les règles du serveur', 'quelles sont les regles'],
  ['¿Quién es el dueño de este servidor?', 'quien es el dueno'],
  ['quem é o dono deste servidor', 'quem e o dono'],
  ['какие правила на этом сервере', 'какие правила на этом сервере'],
  ['какие есть правила на этом сервере', 'какие есть правила'],
])('“%s” asks “%s”', (question, core) => {
  expect(left(question)).toBe(core);
});

test.each([
  'how do I leave the server',
  'where is here',
  'is there a second server',
  'which server is this',
  'on this server',
  'what is on the screen',
])('“%s” keeps all its words', (question) => {
  expect(left(question)).toBe(question.toLowerCase());
});

test('what is left are words of the question in their order, and never none', () => {
  const word = fc.constantFrom<string>(...'who is the owner of this server here on discord'.split(' '));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const kept = dropServerPhrases(words);
      expect(kept.length).toBeGreaterThan(0);
      let from = 0;
      for (const each of kept) from = words.indexOf(each, from) + 1;
      expect(from).toBeGreaterThan(0);
    }),
  );
});
