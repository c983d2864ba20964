import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Vocabulary, WordList } from '../../../src/search/words/vocabulary.ts';
import { computeEditDistance } from '../../../src/text/words/edit-distance.ts';

const vocabularyOf = (words: readonly string[]) => new Vocabulary([WordList.build(words)]);

describe('the closest word of a base', () => {
  const vocabulary = vocabularyOf([
    'meeting',
    'offices',
    'cooperation',
    'customs',
    'born',
    '1994',
    'таможня',
  ]);

  test.each([
    ['a letter left out', 'meting', 'meeting'],
    ['a letter too many', 'officess', 'offices'],
    ['two letters swapped', 'custosm', 'customs'],
    ['a letter replaced', 'meating', 'meeting'],
    ['two slips in a long word', 'cooparetion', 'cooperation'],
    ['a slip in Russian', 'таможна', 'таможня'],
    ['the key beside in a word of four letters', 'bprn', 'born'],
  ])('is found for %s', (_, typed, meant) => expect(vocabulary.findClosest(typed)).toBe(meant));

  test.each([
    ['two slips in a short word', 'mxetinx'],
    ['three slips', 'kooparetian'],
    ['a word of four letters that no slip of the finger gives', 'bozn'],
    ['a word of three letters', 'bor'],
    ['a number', '19945'],
    ['a word with a digit', 'customs2'],
    ['nothing', ''],
    ['a word unlike all others', 'xylophone'],
    ['a word of 10,000 letters', 'meeting'.repeat(1500)],
    ['an object’s own property', 'constructor'],
  ])('is none for %s', (_, typed) => expect(vocabulary.findClosest(typed)).toBeNull());

  test('is none for a word of the language that has four letters', () => {
    expect(vocabulary.findClosest('bprn', true)).toBeNull();
    expect(vocabulary.findClosest('meting', true)).toBe('meeting');
  });

  test('is the word itself if the base holds it, even beside another one letter away', () => {
    const pair = vocabularyOf(['meeting', 'meetings']);
    expect(pair.findClosest('meetings')).toBe('meetings');
    expect(pair.findClosest('meeting')).toBe('meeting');
  });

  test('is the one with the fewest slips, whichever was read first', () => {
    expect(vocabularyOf(['governments', 'government']).findClosest('goverment')).toBe('government');
    expect(vocabularyOf(['government', 'governments']).findClosest('goverments')).toBe('governments');
  });

  test('is the one that fuse.js ranks first among words equally many slips away', () => {
    // By shared letter pairs alone it would be “airing”.
    expect(vocabularyOf(['airing', 'gaining']).findClosest('aining')).toBe('gaining');
    expect(vocabularyOf(['gaining', 'airing']).findClosest('aining')).toBe('gaining');
  });

  test('is what comparing with every single word gives', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'o'), minLength: 5, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), word, (words, typed) => {
        const limit = typed.length < 8 ? 1 : 2;
        const fewest = Math.min(...words.map((each) => computeEditDistance(typed, each, limit)));
        const closest = vocabularyOf(words).findClosest(typed);
        const edits = closest === null ? limit + 1 : computeEditDistance(typed, closest, limit);
        expect(edits).toBe(fewest);
        expect([null, ...words]).toContain(closest);
      }),
    );
  });

  test('never stands for a known word or a number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.nat(), (words, number) => {
        const any = vocabularyOf(words);
        for (const word of words) expect(any.findClosest(word)).toBe(word);
        expect([null, `${number}`]).toContain(any.findClosest(`${number}`));
      }),
    );
  });

  test('is none in a base without words', () => {
    expect(vocabularyOf([]).findClosest('meeting')).toBeNull();
  });
});
