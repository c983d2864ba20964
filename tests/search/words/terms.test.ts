import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTerms, type Term } from '../../../src/search/words/terms.ts';
import { Vocabulary, WordList } from '../../../src/search/words/vocabulary.ts';
import { stem } from '../../../src/text/words/stems.ts';
import { splitWords } from '../../../src/text/words/words.ts';

const WORDS = ['meeting', 'offices', 'agreement', 'were', 'constructor'];
const vocabulary = new Vocabulary([WordList.build(WORDS)]);
const stems = new Set(WORDS.map(stem));

function read(question: string): readonly Term[] {
  return readTerms(splitWords(question), {
    vocabulary,
    knowsStem: (stemmed) => stems.has(stemmed),
    isWord: () => false,
  });
}

describe('the content words of a question', () => {
  test('are known, corrected or missing, in the order they were asked', () => {
    expect(read('Where were the ofices of the meetings in Mongolia?')).toMatchObject([
      { kind: 'corrected', folded: 'offices', stem: 'offic', word: { folded: 'ofices' } },
      { kind: 'known', folded: 'meetings', stem: 'meet' },
      { kind: 'missing', folded: 'mongolia', word: { start: 41, end: 49 } },
    ]);
  });

  test('come once, by their first occurrence, in whatever form they recur', () => {
    expect(read('meeting meetings metting agreement')).toMatchObject([
      { kind: 'known', word: { start: 0, end: 7 } },
      { folded: 'agreement' },
    ]);
  });

  test('are none if all words are function words', () => {
    expect(read('What is it that they were?')).toEqual([]);
  });

  test('are at most 64, and words that say nothing do not count', () => {
    const many = Array.from({ length: 200 }, (_, number) => `the x${number}`).join(' ');
    expect(read(many).map(({ folded }) => folded)).toEqual(
      Array.from({ length: 64 }, (_, number) => `x${number}`),
    );
  });

  test('are looked up in the vocabulary at most 64 times, however many slips a question is made of', () => {
    let lookups = 0;
    class Counting extends Vocabulary {
      override findClosest(folded: string): string | null {
        lookups++;
        return super.findClosest(folded);
      }
    }
    const slips = Array.from({ length: 26 * 26 }, (_, number) =>
      `agreem${(number + 1000).toString(26)}nt`.replace(/\d/g, 'q'),
    );
    readTerms(splitWords(`${slips.join(' ')} `.repeat(3)), {
      vocabulary: new Counting([WordList.build(WORDS)]),
      knowsStem: (stemmed) => stems.has(stemmed),
      isWord: () => false,
    });
    expect(lookups).toBeLessThanOrEqual(64);
  });

  test('are no function words, have distinct stems, and are known exactly where the base knows them', () => {
    const question = fc
      .array(fc.oneof(fc.constantFrom(...WORDS, 'metting', 'the', 'Mongolia'), fc.string()))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(question, (text) => {
        const terms = read(text);
        expect(new Set(terms.map((term) => term.stem)).size).toBe(terms.length);
        for (const { kind, word, stem: stemmed } of terms) {
          expect(kind === 'known').toBe(stems.has(stem(word.folded)));
          expect(kind === 'missing').toBe(!stems.has(stemmed));
        }
      }),
    );
  });
});
