import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeProgressMemory, readProgress, writeProgress } from '../../src/serving/reading-progress.ts';

test('nothing was begun at first', () => {
  expect(readProgress(makeProgressMemory())).toEqual({ begun: 0, path: '', size: 0 });
});

test('what was begun last is told, with how many were begun', () => {
  const memory = makeProgressMemory();
  writeProgress(memory, 'a/long/path.md', 5);
  writeProgress(memory, 'b.md', 2 ** 31 - 1);
  expect(readProgress(memory)).toEqual({ begun: 2, path: 'b.md', size: 2 ** 31 - 1 });
});

test('whatever a path is, as much of it is told as fits', () => {
  const path = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.string({ unit: 'binary', minLength: 900, maxLength: 6_000, size: 'max' }),
  );
  fc.assert(
    fc.property(path, fc.nat(), (given, size) => {
      const memory = makeProgressMemory();
      writeProgress(memory, given, size);
      const { path: told, ...numbers } = readProgress(memory);
      expect(numbers).toEqual({ begun: 1, size });
      const wellFormed = Buffer.from(given).toString();
      // A sign that is cut through becomes one that stands for no sign.
      expect(wellFormed.startsWith(told.replace(/\ufffd$/u, ''))).toBe(true);
      if (Buffer.byteLength(given) <= 4_000) expect(told).toBe(wellFormed);
      else expect(Buffer.byteLength(told)).toBeGreaterThan(3_990);
    }),
  );
});
