import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reason } from '../../../src/answering/question/answer.ts';
import { english } from '../../../src/wording/english/texts.ts';

const REASONS: readonly (readonly [Reason, string])[] = [
  [{ kind: 'no-question' }, 'there is no question in it'],
  [{ kind: 'small-talk' }, 'what is said in passing needs no source'],
  [{ kind: 'not-mentioned', words: ['bitcoin'] }, 'no article mentions “bitcoin”'],
  [{ kind: 'not-mentioned', words: ['a', 'b'] }, 'no article mentions “a” or “b”'],
  [{ kind: 'nothing-close' }, 'no passage comes close enough to the question'],
  [{ kind: 'partly-said', words: ['a', 'b', 'c', 'd'] }, 'the passage does not say “a”, “b”, “c” and more'],
  [{ kind: 'no-such-detail', asksFor: 'date' }, 'the passage gives no date'],
  [{ kind: 'no-such-detail', asksFor: 'place' }, 'the passage gives no place'],
  [
    { kind: 'not-spelt-out', short: 'PMS', long: 'Port System' },
    '“PMS” is short for “Port System”, which no passage tells',
  ],
  [{ kind: 'said' }, 'the passage holds the words of the question'],
];

test.each(REASONS)('explains %j', (reason, words) => {
  expect(english.reason(reason)).toBe(words);
});

test('explains no reason at the length of a screen, however long and many the asker’s words are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4000 }), { minLength: 1 }), (words) => {
      expect(english.reason({ kind: 'not-mentioned', words }).length).toBeLessThan(250);
      expect(english.reason({ kind: 'partly-said', words }).length).toBeLessThan(250);
    }),
  );
  expect(english.reason({ kind: 'not-mentioned', words: ['x'.repeat(5000)] })).toMatch(/mentions “x{20,}…”$/);
});

test.each([
  [0, '0 facts'],
  [1, '1 fact'],
  [2, '2 facts'],
])('counts %i', (count, words) => {
  expect(english.counted.facts(count)).toBe(words);
});
