import { expect, test } from 'vitest';
import { applySpelling } from '../../../src/answering/follow-up/spelling.ts';

const SPELLINGS = new Map([
  ['marrow', 'Marrow'],
  ['macos', 'macOS'],
  ['up', 'UP'],
]);

test.each([
  ['and in marrow, on macos?', 'and in Marrow, on macOS?'],
  ['marrow marrow', 'Marrow Marrow'],
  ['MARROW maRRow marrows', 'MARROW maRRow marrows'],
  ['up to marrow’s pier', 'up to marrow’s pier'],
  ['old-marrow', 'old-Marrow'],
  ['', ''],
])('“%s” is spelt “%s”', (text, written) => {
  expect(applySpelling(text, (word) => SPELLINGS.get(word) ?? null)).toBe(written);
});
