import { expect, test } from 'vitest';
import { english } from '../../../src/wording/english/texts.ts';
import {
  confidenceInWords,
  confidenceLevel,
  placeInWords,
  problemInWords,
} from '../../../src/wording/kit/answer-words.ts';

test.each([
  [{ outcome: 'answered', confidence: 0.99 }, 'high'],
  [{ outcome: 'answered', confidence: 0.9 }, 'high'],
  [{ outcome: 'answered', confidence: 0.89 }, 'good'],
  [{ outcome: 'answered', confidence: 0.6 }, 'good'],
  [{ outcome: 'unsure', confidence: 0.3 }, 'low'],
  [{ outcome: 'unknown', confidence: 0 }, 'low'],
] as const)('puts %j into one word', (answer, word) => {
  expect(confidenceLevel(answer)).toBe(word);
});

test.each([
  ['answered', { kind: 'said' }, 'high: the passage holds the words of the question'],
  ['answered', { kind: 'partly-said', words: ['hours'] }, 'high, but the passage does not say “hours”'],
  ['unsure', { kind: 'said' }, 'low, but the passage holds the words of the question'],
  ['unsure', { kind: 'no-such-detail', asksFor: 'date' }, 'low: the passage gives no date'],
] as const)('tells for %s with %j what speaks for it, or against it', (outcome, reason, words) => {
  expect(confidenceInWords({ outcome, reason, confidence: 0.95 }, english)).toBe(words);
});

test('tells a place from the file down to the sentence', () => {
  const fact = { id: 'abcdefghijkl', path: 'a/b.md', text: 'x', paragraph: 9, sentence: 2, start: 0, end: 1 };
  const sentence = 'paragraph 9, sentence 2';
  expect(placeInWords({ ...fact, headings: ['Part', 'Chapter'] }, english)).toEqual({
    within: 'a/b.md › Part › Chapter',
    sentence,
  });
  expect(placeInWords({ ...fact, headings: [] }, english)).toEqual({ within: 'a/b.md', sentence });
});

test('tells a problem with its line where it has one', () => {
  const problem = {
    kind: 'skipped',
    path: 'a.md',
    cause: { code: 'title-empty' },
  } as const;
  expect(problemInWords({ ...problem, line: 3 }, english)).toBe(
    'a.md:3: The title is empty. Write what the article is called.',
  );
  expect(problemInWords({ ...problem, line: null }, english)).toBe(
    'a.md: The title is empty. Write what the article is called.',
  );
});
