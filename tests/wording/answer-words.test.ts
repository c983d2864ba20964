import { expect, test } from 'vitest';
import { classifyConfidence, describeConfidence, describeLocation } from '../../src/wording/answer-words.ts';
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
