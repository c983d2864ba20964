import { describe, expect, test } from 'vitest';
import { isSmallTalk, stripGreeting } from '../../../src/text/words/small-talk.ts';
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
