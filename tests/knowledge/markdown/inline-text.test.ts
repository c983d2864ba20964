import { expect, test } from 'vitest';
import { paragraphsOf } from '../read-paragraphs.ts';

test.each([
  ['This is ==very important==, and ==**this**== too.', 'This is very important, and this too.'],
  ['Press ++ctrl+alt+del++ or ++enter++.', 'Press ctrl+alt+del or enter.'],
  ['H~2~O and CO~2~.', 'H₂O and CO₂.'],
  ['x^2^ and 10^-3^ m.', 'x² and 10⁻³ m.'],
  [':material-information-outline:{ title="Why" } One.', 'One.'],
  ['One :octicons-gear-16:{ .lg .middle } two.', 'One two.'],
  ['It is ~gone~ here, ~~all~~.', 'It is here,.'],
])('the marks of dialects in a text are left out: %j', (body, text) => {
  expect(paragraphsOf(body).map((paragraph) => paragraph.text.replace(/ +/g, ' '))).toEqual([text]);
});

test.each([
  'If a == b and c == d, then e==f==g.',
  'Signs are "==" and "==".',
  'Learn c++ or d++, and ++i and ++j.',
  'See ^this^ and 2^3 and ^_^.',
  'A :note: and :material things.',
  '=== a === b',
])('but what is no mark is text: %s', (text) => {
  expect(paragraphsOf(text).map((paragraph) => paragraph.text)).toEqual([text]);
});

test('but code and addresses stay unchanged', () => {
  const body = 'Type `==a==`, `x^2^` and `++a++`, or see [it](https://x.y/==a==) at <https://x.y/++a++>.';
  const [paragraph] = paragraphsOf(body);
  expect(paragraph?.text).toBe('Type ==a==, x^2^ and ++a++, or see it at https://x.y/++a++.');
  expect(paragraph?.links[0]?.address).toBe('https://x.y/==a==');
});

test('nor is code that is indented', () => {
  expect(paragraphsOf('One.\n\n    ==a== ++b++')[1]?.text).toBe('==a== ++b++');
});
