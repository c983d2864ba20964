import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createProgressMemory,
  readProgress,
  writeProgress,
} from '../../../src/serving/jobs/reading-progress.ts';

test('nothing was begun at first', () => {
  expect(readProgress(createProgressMemory())).toEqual({ begun: 0, path: '', size: 0 });
});

test('reads the file that was begun last, and how many were begun', () => {
  const memory = createProgressMemory();
  writeProgress(memory, 'a/long/path.md', 5);
  writeProgress(memory, 'b.md', 2 ** 31 - 1);
  expect(readProgress(memory)).toEqual({ begun: 2, path: 'b.md', size: 2 ** 31 - 1 });
});

const told = (path: string, size: number) => {
  const memory = createProgressMemory();
  writeProgress(memory, path, size);
  return readProgress(memory);
};

test('reads any path whole', () => {
  const path = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(path, fc.nat(), (given, size) => {
      const wellFormed = Buffer.from(given).toString();
      expect(told(given, size)).toEqual({ begun: 1, path: wellFormed, size });
    }),
  );
});

test('reads the beginning of a path that is too long', () => {
  const tail = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 3_960, max: 4_010 }), tail, (length, rest) => {
      const given = `${'a'.repeat(length)}${rest}${'b'.repeat(100)}`;
      const { path } = told(given, 1);
      // A sign that is cut through becomes one that stands for no sign.
      expect(
        Buffer.from(given)
          .toString()
          .startsWith(path.replace(/\ufffd$/u, '')),
      ).toBe(true);
      expect(Buffer.byteLength(path)).toBeGreaterThan(3_990);
      expect(Buffer.byteLength(path)).toBeLessThan(4_010);
    }),
  );
});
