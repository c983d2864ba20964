import fc from 'fast-check';
import { newStemmer } from 'snowball-stemmers';
import { describe, expect, test } from 'vitest';
import { stem } from '../../../src/text/words/stems.ts';
import { foldWord } from '../../../src/text/words/words.ts';

function stemsOf(words: string): Set<string> {
  return new Set(words.split(' ').map((word) => stem(foldWord(word))));
}

describe('the stem', () => {
  test.each([
    ['English forms', 'agreement agreements Agreement’s'],
    ['English verbs', 'cooperate cooperated cooperating'],
    ['Russian cases', 'таможня таможни таможней'],
    ['Russian adjectives, those in й among them', 'международный международная международной международные'],
    ['Russian words with and without the dots of ё', 'зелёный зеленая'],
  ])('is the same for %s', (_, words) => expect(stemsOf(words).size).toBe(1));

  test.each([
    ['different words', 'meeting custom'],
    ['different numbers', '1994 1995'],
    ['the country and the pronoun', 'U.S us'],
  ])('differs for %s', (_, words) => expect(stemsOf(words).size).toBe(2));

  test('of a script without a stemmer is the word itself', () => {
    expect(stem('关')).toBe('关');
    expect(stem('كتاب')).toBe('كتاب');
  });

  test('is the same each time, and no longer than the word', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[а-яa-z'y]*$/)), (word) => {
        const stemmed = stem(word);
        stem('running');
        expect(stem(word)).toBe(stemmed);
        expect(stemmed.length).toBeLessThanOrEqual(Math.max(word.length, 1));
      }),
    );
  });

  test('stays right for more words than the cache holds, and for words that it dropped', () => {
    const words = Array.from({ length: 50_500 }, (_, number) => `${letters(number)}ings`);
    const [first, last] = [words.map(stem), words.toReversed().map(stem).toReversed()];
    expect(last).toEqual(first);
    const snowball = newStemmer('english');
    const wrong = words.filter((word, at) => at % 50 === 0 && first[at] !== snowball.stem(word));
    expect(wrong).toEqual([]);
  });

  test.each([39, 40, 41, 10_000])('is right for a word of %d letters, each time', (length) => {
    const word = `${'o'.repeat(length - 4)}ings`;
    expect([stem(word), stem(word)]).toEqual([word.slice(0, -4), word.slice(0, -4)]);
  });
});

/** Returns a different word for each number that equals its stem, because none has a removable ending. */
function letters(number: number): string {
  return Array.from(String(number), (digit) => 'bcdfghklmn'[Number(digit)]).join('o');
}
