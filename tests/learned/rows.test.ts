import { describe, expect, it } from 'vitest';
import { addTo, scaled, sum, times } from '../../src/learned/rows.ts';

const row = Float32Array.of(1, -2, 0.5);
const other = Float32Array.of(10, 20, 30);

describe('rows of numbers', () => {
  it('are added, the first with a factor', () => {
    expect([...sum(row, other)]).toEqual([11, 18, 30.5]);
    expect([...sum(row, other, 4)]).toEqual([14, 12, 32]);
  });

  it('are added in place', () => {
    const changed = row.slice();
    addTo(changed, other);
    expect([...changed]).toEqual([11, 18, 30.5]);
  });

  it('are multiplied number by number, a shorter one again and again', () => {
    expect([...times(row, other)]).toEqual([10, -40, 15]);
    expect([...times(Float32Array.of(1, 2, 3, 4), Float32Array.of(2, 10))]).toEqual([2, 20, 6, 40]);
    expect([...times(new Float32Array(), other)]).toEqual([]);
  });

  it('are multiplied with a factor', () => {
    expect([...scaled(row, -2)]).toEqual([-2, 4, -1]);
  });

  it('stay as they were', () => {
    expect([...row]).toEqual([1, -2, 0.5]);
    expect([...other]).toEqual([10, 20, 30]);
  });
});
