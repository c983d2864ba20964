import { describe, expect, test } from 'vitest';
import { formatFigure, formatRatio } from '../../../src/measuring/kit/figures.ts';

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
    expect(formatFigure(value)).toBe(expected);
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
    expect(formatRatio(whole, part)).toBe(expected);
  });
});
