import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitBySize, splitIntoBatches } from '../../../src/store/kit/batches.ts';

test('batches hold all items in order, none empty or larger than allowed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (all, size) => {
      const parts = splitIntoBatches(all, size);
      expect(parts.flat()).toEqual(all);
      expect(parts.every(({ length }) => length > 0 && length <= size)).toBe(true);
      expect(parts).toHaveLength(Math.ceil(all.length / size));
    }),
  );
});

test('batches by size hold all items in order, none too large but a single item', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 20 }), (all, maxSize) => {
      const batches = splitBySize(all, (size) => size, maxSize);
      expect(batches.flat()).toEqual(all);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        const total = batch.reduce((sum, size) => sum + size, 0);
        expect(batch.length === 1 || total <= maxSize).toBe(true);
      }
    }),
  );
});
