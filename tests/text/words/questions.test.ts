import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findEndWithout, isQuestion, toPhrasingKey } from '../../../src/text/words/questions.ts';

it.each(['Who?', '“Who came?”', 'Q: (Who came?) ', 'كيف؟', '本当？'])('tells that %j asks', (sentence) => {
  expect(isQuestion(sentence)).toBe(true);
});

it.each(['', 'Kim came.', 'Who? Kim.', 'Write to a?b'])('tells that %j does not ask', (sentence) => {
  expect(isQuestion(sentence)).toBe(false);
});

describe('phrasings', () => {
  test.each([
    ['How many offices?', ' how  many\nOFFICES ?! '],
    ['Где музей?', 'где музей'],
    ['cafe\u0301?', 'café'],
    ['so…', 'So'],
  ])('%j and %j are alike', (one, other) => {
    expect(toPhrasingKey(one)).toBe(toPhrasingKey(other));
  });

  test.each([
    ['How many offices?', 'How many houses?'],
    ['C#?', 'C?'],
    ['?', '!'],
  ])('%j and %j differ', (one, other) => {
    expect(toPhrasingKey(one)).not.toBe(toPhrasingKey(other));
  });

  test('of phrasings are themselves, and never nothing where something was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        const key = toPhrasingKey(question);
        expect(toPhrasingKey(key)).toBe(key);
        expect(key === '').toBe(question.trim() === '');
      }),
    );
  });
});

test.each([
  ['Really?! ', 6],
  ['Really', 6],
  ['So? Yes', 7],
  ['?? ', 0],
  ['', 0],
])('“%s” ends at %d', (text, end) => expect(findEndWithout(text, /[\s?!]/)).toBe(end));

test('a text full of signs is read once', () => {
  const text = `${'?'.repeat(200_000)}x`;
  expect(findEndWithout(text, /\?/)).toBe(text.length);
  expect(findEndWithout(text.slice(0, -1), /\?/)).toBe(0);
});
