import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPhrasingKey } from '../../../src/text/words/phrasing-key.ts';

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
