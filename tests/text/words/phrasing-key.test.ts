import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phrasingKey } from '../../../src/text/words/phrasing-key.ts';

describe('phrasings', () => {
  test.each([
    ['How many offices?', ' how  many\nOFFICES ?! '],
    ['Где музей?', 'где музей'],
    ['cafe\u0301?', 'café'],
    ['so…', 'So'],
  ])('%j and %j are alike', (one, other) => {
    expect(phrasingKey(one)).toBe(phrasingKey(other));
  });

  test.each([
    ['How many offices?', 'How many houses?'],
    ['C#?', 'C?'],
    ['?', '!'],
  ])('%j and %j differ', (one, other) => {
    expect(phrasingKey(one)).not.toBe(phrasingKey(other));
  });

  test('of phrasings are themselves, and never nothing where something was asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (question) => {
        const key = phrasingKey(question);
        expect(phrasingKey(key)).toBe(key);
        expect(key === '').toBe(question.trim() === '');
      }),
    );
  });
});
