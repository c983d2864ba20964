import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shuffle } from '../../src/kit/shuffle.ts';
import { createRandom } from '../../src/measuring/kit/random.ts';

const inOrder = (items: readonly number[]) => items.toSorted((one, other) => one - other);

test('all items are there, each as often as before', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      expect(inOrder(shuffle(items, createRandom(seed)))).toEqual(inOrder(items));
    }),
  );
});

test('each order is about as frequent as the others', () => {
  const random = createRandom(1);
  const counts = new Map<string, number>();
  for (let round = 0; round < 6_000; round++) {
    const order = shuffle(['a', 'b', 'c'], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});
