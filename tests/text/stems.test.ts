import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stems.ts';
import { foldWord } from '../../src/text/words.ts';

function stemsOf(words: string): Set<string> {
  return new Set(words.split(' ').map((word) => stem(foldWord(word))));
}

describe('the stem', () => {
  it.each([
    ['English forms', 'agreement agreements Agreement’s'],
    ['English verbs', 'cooperate cooperated cooperating'],
    ['Russian cases', 'таможня таможни таможней'],
    ['Russian adjectives, those in й among them', 'международный международная международной международные'],
    ['Russian words with and without the dots of ё', 'зелёный зеленая'],
  ])('is one for %s', (_, words) => expect(stemsOf(words).size).toBe(1));

  it.each([
    ['different words', 'meeting custom'],
    ['different numbers', '1994 1995'],
    ['the country and the pronoun', 'U.S us'],
  ])('differs for %s', (_, words) => expect(stemsOf(words).size).toBe(2));

  it('of a script without a stemmer is the word itself', () => {
    expect(stem('关')).toBe('关');
    expect(stem('كتاب')).toBe('كتاب');
  });

  it('is the same each time, and no longer than the word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[а-яa-z'y]*$/)), (word) => {
        const stemmed = stem(word);
        stem('running');
        expect(stem(word)).toBe(stemmed);
        expect(stemmed.length).toBeLessThanOrEqual(Math.max(word.length, 1));
      }),
    );
  });
});
