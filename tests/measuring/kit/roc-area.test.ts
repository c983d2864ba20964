import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rocArea } from '../../../src/measuring/kit/roc-area.ts';

const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });

it('is the share of pairs in which the positive scores higher, ties counting half', () => {
  fc.assert(
    fc.property(scores, scores, (positives, negatives) => {
      const wins = positives.flatMap((a) => negatives.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
      const naive = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
      expect(rocArea(positives, negatives)).toBeCloseTo(naive, 9);
    }),
  );
});

it('is unknown without positives or without negatives', () => {
  expect(rocArea([], [1])).toBeNull();
  expect(rocArea([1], [])).toBeNull();
});
