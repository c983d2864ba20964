import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPairs, LetterPairs, type SimilarText } from '../../../src/search/words/letter-pairs.ts';

/** Distinct pairs of neighbours in a word with marked ends, read letter by letter. */
function naivePairs(text: string): Set<string> {
  return new Set(
    text.split(' ').flatMap((word) => {
      const letters = `^${word}$`.split('');
      return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
    }),
  );
}

function numbersOf(found: readonly SimilarText[]): readonly number[] {
  return found.map(({ number }) => number);
}

describe('letter pairs', () => {
  test('find the words that look most alike', () => {
    const pairs = LetterPairs.build(['offices', 'office', 'zebra', 'offer']);
    expect(numbersOf(pairs.findMostSimilar('ofices', { limit: 2 }))).toEqual([0, 1]);
    expect(pairs.findMostSimilar('xyz', { limit: 9, leastShared: 2 })).toEqual([]);
  });

  test('are counted once each', () => {
    expect(countPairs('aaaa')).toBe(3);
    expect(countPairs('')).toBe(1);
  });

  test('give the same as comparing every text in full', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.record({
          texts: fc.array(text),
          asked: text,
          limit: fc.nat(5),
          least: fc.integer({ min: 1, max: 3 }),
        }),
        ({ texts, asked, limit, least }) => {
          const wanted = naivePairs(asked);
          const all = texts.map((each, number) => {
            const own = naivePairs(each);
            const shared = [...own].filter((pair) => wanted.has(pair)).length;
            return { number, shared, similarity: (2 * shared) / (own.size + wanted.size) };
          });
          const expected = all
            .filter(({ shared }) => shared >= least)
            .toSorted((a, b) => b.similarity - a.similarity || a.number - b.number)
            .slice(0, limit)
            .map(({ number }) => number);
          const found = LetterPairs.build(texts).findMostSimilar(asked, { limit, leastShared: least });
          expect(numbersOf(found)).toEqual(expected);
        },
      ),
    );
  });
});

describe('the texts that hold the typed words', () => {
  const texts = ['red apples', 'green apples and pears', 'red', 'blue'];
  const pairs = LetterPairs.build(texts);
  const holding = (typed: string, limit = 4) =>
    numbersOf(pairs.findMostHolding(typed, limit)).map((number) => texts[number]);

  test('come by how much of it they hold, the shorter of two first', () => {
    expect(holding('apples')).toEqual(['red apples', 'green apples and pears']);
    expect(holding('pears apples', 1)).toEqual(['green apples and pears']);
  });

  test('may go on where it ends', () => {
    expect(holding('r', 2)).toEqual(['red', 'red apples']);
    expect(holding('gree')).toEqual(['green apples and pears']);
  });

  test('hold at least half of its pairs', () => {
    expect(holding('reddish-brown')).toEqual([]);
    expect(holding('')).toEqual([]);
  });
});
