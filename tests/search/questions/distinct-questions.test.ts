import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeDuplicates } from '../../../src/search/questions/collect-questions.ts';
import { toPhrasingKey } from '../../../src/text/words/questions.ts';

describe('questions of a list', () => {
  test('are each there once, in the first of its spellings', () => {
    expect(removeDuplicates(['Who pays?', 'who  PAYS', 'Who pays ?!', 'When?', 'Who pays?'])).toEqual([
      'Who pays?',
      'When?',
    ]);
  });

  test('differ by the marks inside them', () => {
    expect(removeDuplicates(['What is C++?', 'What is C#?'])).toHaveLength(2);
  });

  test.each([
    ['on one line', 'Who\n\tpays \u2028 here?\n', 'Who pays here?'],
    ['without escape sequences', 'Who \u001b[31mpays?', 'Who [31mpays?'],
    ['without marks that turn the reading direction round', 'Who \u202epays?', 'Who pays?'],
    ['without half characters', 'Who \ud83d pays?', 'Who pays?'],
  ])('stand %s', (_, given, expected) => expect(removeDuplicates([given])).toEqual([expected]));

  test.each(['', '   ', '\u0000\u0007', '\ud800', '???', '\u200b\u200d', '\u3164', '\u115f?', '—'])(
    'that show no letter, as %j, are left out',
    (blank) => expect(removeDuplicates([blank])).toEqual([]),
  );

  test('stay the same when they are listed again, whatever they hold', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a', 'A', '?', ' ', '\ud800', '\u3164'),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text), (given) => {
        const distinct = removeDuplicates(given);
        expect(removeDuplicates(distinct)).toEqual(distinct);
        expect(new Set(distinct.map(toPhrasingKey)).size).toBe(distinct.length);
        for (const each of distinct) expect(each).toMatch(/^\S(?:.*\S)?$/su);
      }),
    );
  });
});
