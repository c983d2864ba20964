import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findKeepingThreshold } from '../../../../src/measuring/evaluation/measures/plain-summary.ts';

const confidences = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 });

describe('the threshold that keeps 95 %', () => {
  test('is the highest confidence at which at least 95 % are kept', () => {
    fc.assert(
      fc.property(confidences, (all) => {
        const threshold = findKeepingThreshold(all) ?? Number.NaN;
        const keptAt = (from: number): number => all.filter((one) => one >= from).length;
        expect(all).toContain(threshold);
        expect(100 * keptAt(threshold)).toBeGreaterThanOrEqual(95 * all.length);
        expect(100 * keptAt(threshold + 1)).toBeLessThan(95 * all.length);
      }),
    );
  });

  test('lets one of twenty go', () => {
    expect(findKeepingThreshold(Array.from({ length: 20 }, (_, i) => i))).toBe(1);
    expect(findKeepingThreshold(Array.from({ length: 19 }, (_, i) => i))).toBe(0);
  });

  test('is unknown without confidences', () => {
    expect(findKeepingThreshold([])).toBeNull();
  });
});
