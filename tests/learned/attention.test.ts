import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mix, products, softmax } from '../../src/learned/attention.ts';
import { DenseKernel } from '../../src/learned/dense-kernel.ts';
import { greatestDifference, madeUpNumbers } from './made-up-numbers.ts';

/** Eighths, which 32 bits add and subtract exactly. */
const anyScores = fc
  .array(fc.integer({ min: -800, max: 800 }), { minLength: 1, maxLength: 30 })
  .map((eighths) => Float32Array.from(eighths, (number) => number / 8));

function sharesOf(scores: Float32Array): Float32Array {
  const shares = scores.slice();
  softmax(shares, 0, shares.length);
  return shares;
}

describe('the shares of scores', () => {
  it('add up to 1, in the order of the scores', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const shares = sharesOf(scores);
        expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 5);
        for (const [i, share] of shares.entries()) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share >= (shares[0] ?? 0)).toBe(share === shares[0] || (scores[i] ?? 0) > (scores[0] ?? 0));
        }
      }),
    );
  });

  it('are those of the exponential function', () => {
    expect([...sharesOf(Float32Array.of(0, Math.log(3)))]).toEqual([
      expect.closeTo(0.25, 6),
      expect.closeTo(0.75, 6),
    ]);
  });

  it('stay the same when all scores rise or fall by as much', () => {
    fc.assert(
      fc.property(anyScores, fc.integer({ min: -1000, max: 1000 }), (scores, shift) => {
        expect(sharesOf(scores.map((score) => score + shift))).toEqual(sharesOf(scores));
      }),
    );
  });

  it('are numbers however great the scores are', () => {
    expect([...sharesOf(Float32Array.of(1e30, -1e30, 1e30))]).toEqual([0.5, 0, 0.5]);
    expect([...sharesOf(Float32Array.of(-3e38))]).toEqual([1]);
  });

  it('are worked out for the asked stretch only', () => {
    const scores = Float32Array.of(7, 1, 1, 9);
    softmax(scores, 1, 2);
    expect([...scores]).toEqual([7, 0.5, 0.5, 9]);
    softmax(scores, 4, 0);
    expect([...scores]).toEqual([7, 0.5, 0.5, 9]);
  });
});

const anySize = fc.record({ rows: fc.nat(9), columns: fc.nat(9), width: fc.integer({ min: 1, max: 12 }) });

describe('the products of rows', () => {
  it('are the sums of what two plain rows give', () => {
    fc.assert(
      fc.property(anySize, fc.nat(), fc.double({ min: -2, max: 2, noNaN: true }), (size, seed, factor) => {
        const { rows, columns, width } = size;
        const [a, b] = [madeUpNumbers(rows * width, seed), madeUpNumbers(columns * width, seed + 1)];
        const rowOf = (table: Float32Array, row: number) => [
          ...table.subarray(row * width, (row + 1) * width),
        ];
        const expected = Array.from({ length: rows * columns }, (_, at) => {
          const other = rowOf(b, at % columns);
          const sum = rowOf(a, Math.floor(at / columns)).reduce((s, v, i) => s + v * (other[i] ?? 0), 0);
          return factor * sum;
        });
        expect(greatestDifference(products(a, b, { width, factor }), expected)).toBeLessThan(1e-5);
      }),
    );
  });
});

describe('mixed rows', () => {
  it('are the rows in the shares of their scores', () => {
    fc.assert(
      fc.property(anySize, fc.nat(), ({ rows, columns: count, width }, seed) => {
        const scores = madeUpNumbers(rows * count, seed);
        const values = madeUpNumbers(count * width, seed + 1);
        const expected = Array.from({ length: count === 0 ? 0 : rows * width }, (_, at) => {
          const row = Math.floor(at / width) * count;
          const shares = sharesOf(scores.subarray(row, row + count));
          return shares.reduce((sum, share, i) => sum + share * (values[i * width + (at % width)] ?? 0), 0);
        });
        const mixed = mix(new DenseKernel(), scores.slice(), { rows: values, count });
        expect(greatestDifference(mixed, expected)).toBeLessThan(1e-5);
      }),
    );
  });

  it('leave the shares in place of the scores', () => {
    const scores = Float32Array.of(1, 1, 0, 0);
    mix(new DenseKernel(), scores, { rows: Float32Array.of(1, 2), count: 2 });
    expect([...scores]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });
});
