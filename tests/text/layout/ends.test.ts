import { expect, test } from 'vitest';
import { findEndWithout } from '../../../src/text/layout/ends.ts';

test.each([
  ['Really?! ', 6],
  ['Really', 6],
  ['So? Yes', 7],
  ['?? ', 0],
  ['', 0],
])('“%s” ends at %d', (text, end) => expect(findEndWithout(text, /[\s?!]/)).toBe(end));

test('a text full of signs is read once', () => {
  const text = `${'?'.repeat(200_000)}x`;
  expect(findEndWithout(text, /\?/)).toBe(text.length);
  expect(findEndWithout(text.slice(0, -1), /\?/)).toBe(0);
});
