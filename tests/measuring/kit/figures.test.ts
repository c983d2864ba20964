import { describe, expect, test } from 'vitest';
import { figure, times } from '../../../src/measuring/kit/figures.ts';
import { quantile } from '../../../src/measuring/kit/quantile.ts';

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
    expect(quantile(values, share)).toBe(expected);
  });

  test('of nothing is none', () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('a figure', () => {
  test.each([
    [1234.5, '1,235'],
    [12.34, '12.3'],
    [1.234, '1.23'],
    [0.0123, '0.012'],
    [0, '0.000'],
    [-12.34, '-12.3'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('of %j is %j', (value, expected) => {
    expect(figure(value)).toBe(expected);
  });
});

describe('a ratio', () => {
  test.each([
    [30, 10, '3.00×'],
    [1, 4, '0.250×'],
    [5000, 2, '2,500×'],
    [5, 0, '–'],
    [null, 5, '–'],
    [5, null, '–'],
  ])('of %j to %j is %j', (whole, part, expected) => {
    expect(times(whole, part)).toBe(expected);
  });
});
