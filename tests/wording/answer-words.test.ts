import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reason } from '../../src/answering/question/answer.ts';
import {
  classifyConfidence,
  describeConfidence,
  describeLocation,
  describeReason,
} from '../../src/wording/answer-words.ts';
import { english } from '../../src/wording/kit/english.ts';

test.each([
  [{ outcome: 'answered', confidence: 0.99 }, 'high'],
  [{ outcome: 'answered', confidence: 0.9 }, 'high'],
  [{ outcome: 'answered', confidence: 0.89 }, 'good'],
  [{ outcome: 'answered', confidence: 0.6 }, 'good'],
  [{ outcome: 'unsure', confidence: 0.3 }, 'low'],
  [{ outcome: 'unknown', confidence: 0 }, 'low'],
] as const)('puts %j into one word', (answer, word) => {
  expect(classifyConfidence(answer)).toBe(word);
});

test.each([
  ['answered', { kind: 'said' }, 'high: the passage fits the question'],
  ['answered', { kind: 'partly-said', words: ['hours'] }, 'high, but the passage doesn’t mention “hours”'],
  ['unsure', { kind: 'said' }, 'low, but the passage fits the question'],
  ['unsure', { kind: 'no-such-detail', asksFor: 'date' }, 'low: the passage doesn’t give a date'],
] as const)('tells for %s with %j what speaks for it, or against it', (outcome, reason, words) => {
  expect(describeConfidence({ outcome, reason, confidence: 0.95 }, english)).toBe(words);
});

test('tells a place from the file down to the sentence', () => {
  const fact = { id: 'abcdefghijkl', path: 'a/b.md', text: 'x', paragraph: 9, sentence: 2, start: 0, end: 1 };
  const sentence = 'paragraph 9, sentence 2';
  expect(describeLocation({ ...fact, headings: ['Part', 'Chapter'] }, english)).toEqual({
    within: 'a/b.md › Part › Chapter',
    sentence,
  });
  expect(describeLocation({ ...fact, headings: [] }, english)).toEqual({ within: 'a/b.md', sentence });
});

const REASONS: readonly (readonly [Reason, string])[] = [
  [{ kind: 'no-question' }, 'that doesn’t look like a question'],
  [{ kind: 'small-talk' }, 'that was not a question'],
  [{ kind: 'not-mentioned', words: ['bitcoin'] }, 'no article mentions “bitcoin”'],
  [{ kind: 'not-mentioned', words: ['a', 'b'] }, 'no article mentions “a” or “b”'],
  [{ kind: 'not-mentioned', words: ['a', 'b', 'c'] }, 'no article mentions “a”, “b” or “c”'],
  [{ kind: 'nothing-close' }, 'I couldn’t find this in the articles'],
  [
    { kind: 'partly-said', words: ['a', 'b', 'c', 'd'] },
    'the passage doesn’t mention “a”, “b”, “c” and more',
  ],
  [{ kind: 'no-such-detail', asksFor: 'date' }, 'the passage doesn’t give a date'],
  [{ kind: 'no-such-detail', asksFor: 'place' }, 'the passage doesn’t name a place'],
  [
    { kind: 'not-spelt-out', short: 'PMS', long: 'Port System' },
    '“PMS” is short for “Port System”, but no passage says so',
  ],
  [{ kind: 'said' }, 'the passage fits the question'],
];

test.each(REASONS)('explains %j', (reason, words) => {
  expect(describeReason(reason, english)).toBe(words);
});

test('explains no reason at the length of a screen, however long and many the asker’s words are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4000 }), { minLength: 1 }), (words) => {
      expect(describeReason({ kind: 'not-mentioned', words }, english).length).toBeLessThan(250);
      expect(describeReason({ kind: 'partly-said', words }, english).length).toBeLessThan(250);
    }),
    // Each of them is a hundred words of thousands of characters.
    { numRuns: 10 },
  );
  expect(describeReason({ kind: 'not-mentioned', words: ['x'.repeat(5000)] }, english)).toMatch(
    /mentions “x{20,}…”$/,
  );
});
