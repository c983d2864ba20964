import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitIntoBatches } from '../../../src/store/kit/batches.ts';

test('portions are all there is, in order, none empty or larger than it may be', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (all, size) => {
      const parts = splitIntoBatches(all, size);
      expect(parts.flat()).toEqual(all);
      expect(parts.every(({ length }) => length > 0 && length <= size)).toBe(true);
      expect(parts).toHaveLength(Math.ceil(all.length / size));
    }),
  );
});
