import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestOrder, longestRun, sideBySide, spread } from '../../../src/answering/ranking/word-places.ts';

describe('of the places where the words asked stand in a sentence', () => {
  test.each([
    [[], 0],
    [[[], []], 0],
    [[[3], [5], [9]], 3],
    [[[9], [5], [3]], 1],
    [[[4, 8], [1, 6], [7]], 3],
    [[[2], [2]], 1],
  ])('%j, the longest order is %d', (places, length) => expect(longestOrder(places)).toBe(length));

  test.each([
    [[[1], [2], [3]], 2],
    [[[1], [3], [6]], 1],
    [[[2], [1]], 0],
    [[[1], [], [2]], 0],
    [
      [
        [1, 9],
        [4, 10],
      ],
      1,
    ],
  ])('%j, so many neighbours stand side by side: %d', (places, pairs) =>
    expect(sideBySide(places)).toBe(pairs),
  );

  test.each([
    [[[4], []], 0],
    [[[4], [5], [6]], 1],
    [[[6, 20], [4]], 2 / 3],
  ])('%j, the spread is %d', (places, share) => expect(spread(places)).toBeCloseTo(share));
});

describe('the longest run of terms that both hold', () => {
  test.each([
    [[1, 2, 3], [9, 1, 2, 8, 2, 3], 2],
    [[1, 2, 3], [3, 2, 1], 1],
    [[1, 2, 1, 2], [1, 2, 1, 2, 1], 4],
    [[-1, 4], [5], 0],
    [[], [5], 0],
  ])('of %j and %j has %d', (asked, said, length) =>
    expect(longestRun(asked, Uint32Array.from(said))).toBe(length),
  );

  test('is as long as the longest piece of one that the other holds', () => {
    const terms = fc.array(fc.nat(3), { maxLength: 12 });
    fc.assert(
      fc.property(terms, terms, (asked, said) => {
        const whole = ` ${said.join(' ')} `;
        const pieces = asked.flatMap((_, from) =>
          Array.from({ length: asked.length - from }, (__, more) => asked.slice(from, from + more + 1)),
        );
        const held = pieces.filter((piece) => whole.includes(` ${piece.join(' ')} `));
        const longest = Math.max(0, ...held.map(({ length }) => length));
        expect(longestRun(asked, Uint32Array.from(said))).toBe(longest);
      }),
    );
  });
});
