import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LexiconBuilder } from '../../../src/search/words/lexicon.ts';
import { stem } from '../../../src/text/words/stems.ts';
import { splitWords } from '../../../src/text/words/words.ts';

describe('the lexicon', () => {
  test('gives one number to all forms of a word and counts numbers from 0', () => {
    const lexicon = new LexiconBuilder();
    expect(lexicon.read('Agreements, an agreement and Café cafe')).toEqual([0, 1, 0, 2, 3, 3]);
    expect(lexicon.size).toBe(4);
  });

  test('finds a number by its stem, and none for what it has not read', () => {
    const lexicon = new LexiconBuilder();
    lexicon.read('The meetings');
    expect(lexicon.build().findTerm('meet')).toBe(1);
    expect(lexicon.build().findTerm('meetings')).toBeUndefined();
    expect(lexicon.build().findTerm('constructor')).toBeUndefined();
  });

  test('keeps the folded words in the order of first reading, each once', () => {
    const lexicon = new LexiconBuilder();
    lexicon.read('B a');
    lexicon.read('A meetings b meeting');
    expect(lexicon.words).toEqual(['b', 'a', 'meetings', 'meeting']);
  });

  test('reads what splitWords and stem read, however often a spelling comes back', () => {
    const text = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('U.S.', 'Café', '__proto__', 'ё')))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const lexicon = new LexiconBuilder();
        lexicon.read(first);
        const terms = lexicon.read(second);
        const built = lexicon.build();
        expect(terms).toEqual(splitWords(second).map(({ folded }) => built.findTerm(stem(folded))));
        expect([...built.stems]).toHaveLength(lexicon.size);
        expect(lexicon.read(second)).toEqual(terms);
      }),
    );
  });
});
