import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeEditDistance } from '../../../src/text/words/edit-distance.ts';

/** The full matrix of the textbook, without an early end. */
function wholeMatrix(a: string, b: string): number {
  const matrix = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? Number.NaN;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = matrix[i] ?? [];
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped);
    }
  }
  return at(a.length, b.length);
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('the edit distance', () => {
  test.each<readonly [string, readonly [string, string], number]>([
    ['a word and itself', ['meeting', 'meeting'], 0],
    ['a letter too many', ['meeeting', 'meeting'], 1],
    ['a letter left out', ['meting', 'meeting'], 1],
    ['a letter replaced', ['meating', 'meeting'], 1],
    ['two neighbours swapped', ['meetign', 'meeting'], 1],
    ['two empty words', ['', ''], 0],
    ['an empty word', ['', 'abc'], 3],
    ['a swap with a letter between, which counts as three', ['ca', 'abc'], 3],
  ])('tells apart %s', (_, [a, b], edits) => expect(computeEditDistance(a, b, 3)).toBe(edits));

  test('is the limit plus one wherever it exceeds the limit', () => {
    expect(computeEditDistance('customs', 'meeting', 2)).toBe(3);
    expect(computeEditDistance('a', 'abcdef', 2)).toBe(3);
    expect(computeEditDistance('a', 'b', 0)).toBe(1);
  });

  test('equals the full matrix, up to the limit', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(8), (a, b, limit) => {
        expect(computeEditDistance(a, b, limit)).toBe(Math.min(wholeMatrix(a, b), limit + 1));
      }),
      { numRuns: 1000 },
    );
  });

  test('is the same in both directions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(computeEditDistance(a, b, 3)).toBe(computeEditDistance(b, a, 3));
      }),
    );
  });
});

test('takes time in proportion to the letters of long words', () => {
  const word = 'ab'.repeat(500_000);
  expect(computeEditDistance(`x${word}y`, `y${word}x`, 2)).toBe(2);
  expect(computeEditDistance(`x${word}`, `${word}x`, 4)).toBe(2);
  expect(computeEditDistance(`xyz${word}`, `${word}zyx`, 2)).toBe(3);
});
