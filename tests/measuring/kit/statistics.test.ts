import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeQuantile, computeRocArea, sampleEvenly } from '../../../src/measuring/kit/statistics.ts';

const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 });
const numbers = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

describe('a quantile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

  test.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2],
    [[7], 0.99, 7],
    [[1, 2, 3], 0, 1],
    [hundred, 0.99, 99],
    [hundred, 1, 100],
    [[1, 9, 5], 0.99, 9],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(computeQuantile(values, share)).toBe(expected);
  });

  test('of no values is not a number', () => {
    expect(computeQuantile([], 0.5)).toBeNaN();
  });
});

describe('the area under the ROC curve', () => {
  test('is the share of pairs in which the positive scores higher, ties counting half', () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const wins = positives.flatMap((a) => negatives.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
        const naive = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
        expect(computeRocArea(positives, negatives)).toBeCloseTo(naive, 9);
      }),
    );
  });

  test('is unknown without positives or without negatives', () => {
    expect(computeRocArea([], [1])).toBeNull();
    expect(computeRocArea([1], [])).toBeNull();
  });
});

describe('a sample', () => {
  test('is spaced as evenly as whole indices allow, from the first on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 900 }), (count, more) => {
        const sample = sampleEvenly(numbers(count + more), count);
        expect(sample).toHaveLength(count);
        expect(sample[0]).toBe(0);
        const step = (count + more) / count;
        const gaps = sample.slice(1).map((index, i) => index - (sample[i] ?? 0));
        expect(gaps.every((gap) => gap === Math.floor(step) || gap === Math.ceil(step))).toBe(true);
      }),
    );
  });

  test.each([300, 301, Number.POSITIVE_INFINITY])('is all of 300 where %d may be taken', (count) => {
    expect(sampleEvenly(numbers(300), count)).toEqual(numbers(300));
  });
});
