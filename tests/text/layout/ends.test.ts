import { expect, test } from 'vitest';
import { endWithout } from '../../../src/text/layout/ends.ts';

test.each([
  ['Really?! ', 6],
  ['Really', 6],
  ['So? Yes', 7],
  ['?? ', 0],
  ['', 0],
])('“%s” ends at %d', (text, end) => expect(endWithout(text, /[\s?!]/)).toBe(end));

test('a text full of signs is read once', () => {
  const text = `${'?'.repeat(200_000)}x`;
  expect(endWithout(text, /\?/)).toBe(text.length);
  expect(endWithout(text.slice(0, -1), /\?/)).toBe(0);
});
