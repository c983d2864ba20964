import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepingThreshold } from '../../../../src/measuring/evaluation/measures/keeping.ts';

const confidences = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 });

it('is the highest confidence at which at least 95 % are kept', () => {
  fc.assert(
    fc.property(confidences, (all) => {
      const threshold = keepingThreshold(all) ?? Number.NaN;
      const keptAt = (from: number): number => all.filter((one) => one >= from).length;
      expect(all).toContain(threshold);
      expect(100 * keptAt(threshold)).toBeGreaterThanOrEqual(95 * all.length);
      expect(100 * keptAt(threshold + 1)).toBeLessThan(95 * all.length);
    }),
  );
});

it('lets one of twenty go', () => {
  expect(keepingThreshold(Array.from({ length: 20 }, (_, i) => i))).toBe(1);
  expect(keepingThreshold(Array.from({ length: 19 }, (_, i) => i))).toBe(0);
});

it('is unknown without confidences', () => {
  expect(keepingThreshold([])).toBeNull();
});
