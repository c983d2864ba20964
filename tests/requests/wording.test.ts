import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reason } from '../../src/answering/answer.ts';
import {
  confidenceInWords,
  counted,
  explainReason,
  placeInWords,
  problemInWords,
} from '../../src/requests/wording.ts';

const REASONS: readonly (readonly [Reason, string])[] = [
  [{ kind: 'no-question' }, 'there is no question in it'],
  [{ kind: 'small-talk' }, 'what is said in passing needs no source'],
  [{ kind: 'not-mentioned', words: ['bitcoin'] }, 'no article mentions “bitcoin”'],
  [{ kind: 'not-mentioned', words: ['a', 'b'] }, 'no article mentions “a” or “b”'],
  [{ kind: 'nothing-close' }, 'no passage comes close enough to the question'],
  [{ kind: 'partly-said', words: ['a', 'b', 'c', 'd'] }, 'the passage does not say “a”, “b”, “c” and more'],
  [{ kind: 'no-such-detail', asksFor: 'date' }, 'the passage gives no date'],
  [{ kind: 'no-such-detail', asksFor: 'place' }, 'the passage gives no place'],
  [{ kind: 'said' }, 'the passage holds the words of the question'],
];

test.each(REASONS)('explains %j', (reason, words) => {
  expect(explainReason(reason)).toBe(words);
});

test('explains no reason at the length of a screen, however long and many the asker’s words are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4000 }), { minLength: 1 }), (words) => {
      expect(explainReason({ kind: 'not-mentioned', words }).length).toBeLessThan(250);
      expect(explainReason({ kind: 'partly-said', words }).length).toBeLessThan(250);
    }),
  );
  expect(explainReason({ kind: 'not-mentioned', words: ['x'.repeat(5000)] })).toMatch(/mentions “x{20,}…”$/);
});

test.each([
  [{ outcome: 'answered', confidence: 0.99 }, 'high'],
  [{ outcome: 'answered', confidence: 0.36 }, 'good'],
  [{ outcome: 'unsure', confidence: 0.3 }, 'low'],
  [{ outcome: 'unknown', confidence: 0 }, 'low'],
] as const)('puts %j into one word', (answer, word) => {
  expect(confidenceInWords(answer)).toBe(word);
});

test('tells a place from the file down to the sentence', () => {
  const fact = { id: 'abcdefghijkl', path: 'a/b.md', text: 'x', paragraph: 9, sentence: 2, start: 0, end: 1 };
  const sentence = 'paragraph 9, sentence 2';
  expect(placeInWords({ ...fact, headings: ['Part', 'Chapter'] })).toEqual({
    within: 'a/b.md › Part › Chapter',
    sentence,
  });
  expect(placeInWords({ ...fact, headings: [] })).toEqual({ within: 'a/b.md', sentence });
});

test('tells a problem with its line where it has one', () => {
  const problem = {
    kind: 'skipped',
    path: 'a.md',
    message: 'There is no title.',
    remedy: 'Add one.',
  } as const;
  expect(problemInWords({ ...problem, line: 3 })).toBe('a.md:3: There is no title. Add one.');
  expect(problemInWords({ ...problem, line: null })).toBe('a.md: There is no title. Add one.');
});

test.each([
  [0, '0 facts'],
  [1, '1 fact'],
  [2, '2 facts'],
])('counts %i', (count, words) => {
  expect(counted(count, 'fact')).toBe(words);
});
