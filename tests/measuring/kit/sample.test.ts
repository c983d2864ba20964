import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenSample } from '../../../src/measuring/kit/sample.ts';

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

it('is spaced as evenly as whole places allow, from the first on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 1, max: 900 }), (most, more) => {
      const sample = evenSample(numbers(most + more), most);
      expect(sample).toHaveLength(most);
      expect(sample[0]).toBe(0);
      const step = (most + more) / most;
      const gaps = sample.slice(1).map((place, i) => place - (sample[i] ?? 0));
      expect(gaps.every((gap) => gap === Math.floor(step) || gap === Math.ceil(step))).toBe(true);
    }),
  );
});

it.each([300, 301, Number.POSITIVE_INFINITY])('is all of 300 where %d may be taken', (most) => {
  expect(evenSample(numbers(300), most)).toEqual(numbers(300));
});
