import fc from 'fast-check';
import { expect, test } from 'vitest';
import { selectHighest } from '../../../src/search/index/select-highest.ts';

test('the highest scores are the first of all scores above 0, sorted', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(scores, fc.nat(12), (given, limit) => {
      const all = given.flatMap((score, index) => (score > 0 ? [index] : []));
      const sorted = all.toSorted((a, b) => (given[b] ?? 0) - (given[a] ?? 0) || a - b);
      expect(selectHighest(Float32Array.from(given), limit)).toEqual(sorted.slice(0, limit));
    }),
  );
});
