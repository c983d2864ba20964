import { describe, expect, test } from 'vitest';
import { longestOrder, sideBySide, spread } from '../../../src/answering/ranking/word-places.ts';

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
