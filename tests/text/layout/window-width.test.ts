import { expect, test } from 'vitest';
import { measureColumns } from '../../../src/text/layout/window-width.ts';

test('a stream that is not a terminal has infinite width', () => {
  expect(measureColumns({ columns: 40 })).toBe(Number.POSITIVE_INFINITY);
  expect(measureColumns({ isTTY: false, columns: 40 })).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  [40, 40],
  [300, 300],
  [5, 20],
  [0, 80],
  [undefined, 80],
])('a terminal that says %s has %i columns', (columns, expected) => {
  expect(measureColumns({ isTTY: true, ...(columns === undefined ? {} : { columns }) })).toBe(expected);
});
