import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEndWithout, isQuestion, toPhrasingKey } from '../../../src/text/words/questions.ts';

test.each(['Who?', '“Who came?”', 'Q: (Who came?) ', 'كيف؟', '本当？'])(
  'recognises the question %j',
  (sentence) => {
    expect(isQuestion(sentence)).toBe(true);
  },
);

test.each(['', 'Kim came.', 'Who? Kim.', 'Write to a?b'])(
  'recognises that %j is not a question',
  (sentence) => {
    expect(isQuestion(sentence)).toBe(false);
  },
);

describe('keys of phrasings', () => {
  test.each([
    ['How many offices?', ' how  many\nOFFICES ?! '],
    ['Где музей?', 'где музей'],
    ['cafe\u0301?', 'café'],
    ['so…', 'So'],
  ])('%j and %j are equal', (one, other) => {
    expect(toPhrasingKey(one)).toBe(toPhrasingKey(other));
  });

  test.each([
    ['How many offices?', 'How many houses?'],
    ['C#?', 'C?'],
    ['?', '!'],
  ])('%j and %j differ', (one, other) => {
    expect(toPhrasingKey(one)).not.toBe(toPhrasingKey(other));
  });

  test('stay the same when made again, and are never empty for a question', () => {
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

test('a text full of punctuation is read once', () => {
  const text = `${'?'.repeat(200_000)}x`;
  expect(findEndWithout(text, /\?/)).toBe(text.length);
  expect(findEndWithout(text.slice(0, -1), /\?/)).toBe(0);
});
