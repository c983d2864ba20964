import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SimilarWords } from '../../../src/search/words/similar-words.ts';

const KNOWN = new Set(['the', 'then', 'tower', 'towers', 'lower', 'opening', 'gate', 'dying', 'die', 'tie']);
const isWord = (folded: string): boolean => KNOWN.has(folded);

function alikeWords(words: readonly string[]): SimilarWords {
  const alike = new SimilarWords(isWord);
  for (const word of new Set(words)) alike.add(word);
  return alike;
}

test.each([
  ['another form of it', 'towers', ['tower']],
  ['a form that begins otherwise', 'dying', ['die']],
  ['a letter or two that make a known word of it', 'topwern', ['tower', 'towers']],
  ['a small word, which a known one may be a typo of', 'tie', ['the']],
  ['a small word, which an unknown one may be', 'nthe', ['the', 'then']],
  ['a letter, where neither is known', 'zorblit', ['zorblat']],
])('a similar word is %s', (_, typed, expected) => {
  const words = ['tower', 'towers', 'die', 'the', 'then', 'zorblat', 'zorbl'];
  expect(
    alikeWords(words.filter((word) => word !== typed))
      .findSimilar(typed)
      .toSorted(),
  ).toEqual(expected);
});

test('two known words, figures and the word itself are not similar', () => {
  const words = ['tower', 'lower', 'gate', '2017'];
  for (const typed of [...words, '2018']) expect(alikeWords(words).findSimilar(typed)).toEqual([]);
});

test('all words that a word may stand for are similar to it', () => {
  const letter = fc.constantFrom('a', 'b', 'e', 'n', '7');
  const slip = fc.tuple(fc.constantFrom(...KNOWN), fc.nat(7), letter).map(([word, at, other]) => {
    return word.slice(0, at) + other + word.slice(at + 1);
  });
  const made = fc.string({ unit: letter, minLength: 1, maxLength: 8 });
  const word = fc.oneof(fc.constantFrom(...KNOWN), slip, made);
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 40 }), (typed, words) => {
      const alike = alikeWords(words);
      const meant = words.filter((each) => each !== typed && alike.isTypo(typed, each));
      expect(alike.findSimilar(typed)).toEqual(expect.arrayContaining(meant));
    }),
    { numRuns: 2000 },
  );
});
