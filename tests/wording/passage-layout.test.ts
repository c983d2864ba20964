import { expect, test } from 'vitest';
import { findNewAnswer } from '../../src/wording/passage-layout.ts';

/** What stands out of a text in which the short answer is these words. */
function outOf(text: string, words: string, asked = 'What is it?'): string | null {
  const start = text.indexOf(words);
  const span = findNewAnswer({ text, answer: { start, end: start + words.length } }, asked);
  return span && text.slice(span.start, span.end);
}

test.each([
  ['They can both join; see below.', 'join', 'Can bedrock players join?', null],
  ['On Sundays it is closed.', 'Sundays', 'Is it open on Sunday?', null],
  ['The tower is white.', 'The tower', 'What colour has a tower?', null],
  ['It is not allowed.', 'not allowed', 'Is it allowed?', 'not allowed'],
  ['It is ✅ here.', '✅', 'Is it here?', '✅'],
])('in %j, “%s” to %j is shown as %j', (...[text, words, asked, expected]) => {
  expect(outOf(text, words, asked)).toBe(expected);
});

test('no answer stands out as none', () => {
  expect(findNewAnswer({ text: 'It is white.', answer: null }, '')).toBeNull();
});
