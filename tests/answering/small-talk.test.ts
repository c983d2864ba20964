import { describe, expect, it } from 'vitest';
import { isSmallTalk } from '../../src/answering/small-talk.ts';
import { splitWords } from '../../src/text/words.ts';

describe('small talk', () => {
  it.each([
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
  ])('is “%s”', (text) => expect(isSmallTalk(splitWords(text))).toBe(true));

  it.each([
    'hello, when was the meeting?',
    'thanks for the agreement',
    'you',
    'so much',
    '',
    '?!',
    '🙂',
    'What is good?',
  ])('is not “%s”', (text) => expect(isSmallTalk(splitWords(text))).toBe(false));
});
