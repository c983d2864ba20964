import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sigmoid, tanh } from '../../src/learned/squash.ts';

function exactSigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

function between(end: number): fc.Arbitrary<number> {
  return fc.double({ min: -end, max: end, noNaN: true });
}

describe('the logistic curve', () => {
  it('is wrong by less than a millionth up to 10, and by less than 0.00005 anywhere', () => {
    fc.assert(
      fc.property(between(9.999), finite, (near, anywhere) => {
        expect(Math.abs(sigmoid(near) - exactSigmoid(near))).toBeLessThan(1e-6);
        expect(Math.abs(sigmoid(anywhere) - exactSigmoid(anywhere))).toBeLessThan(5e-5);
      }),
      { numRuns: 2000 },
    );
  });

  it('never falls', () => {
    fc.assert(
      fc.property(between(11), fc.double({ min: 0, max: 1, noNaN: true }), (x, step) => {
        expect(sigmoid(x + step)).toBeGreaterThanOrEqual(sigmoid(x));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [Number.NEGATIVE_INFINITY, 0],
    [-10, 0],
    [0, 0.5],
    [10, 1],
    [Number.POSITIVE_INFINITY, 1],
    [Number.NaN, Number.NaN],
  ])('at %d is %d', (x, y) => expect(sigmoid(x)).toBe(y));

  it('leaves out no step of its table', () => {
    for (let step = -2560; step < 2560; step++) {
      const x = (step + 0.5) / 256;
      expect(Math.abs(sigmoid(x) - exactSigmoid(x))).toBeLessThan(1e-6);
    }
  });
});

describe('the hyperbolic tangent', () => {
  it('is wrong by less than 2 millionths up to 5, and by less than 0.0001 anywhere', () => {
    fc.assert(
      fc.property(between(4.999), finite, (near, anywhere) => {
        expect(Math.abs(tanh(near) - Math.tanh(near))).toBeLessThan(2e-6);
        expect(Math.abs(tanh(anywhere) - Math.tanh(anywhere))).toBeLessThan(1e-4);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [Number.NEGATIVE_INFINITY, -1],
    [0, 0],
    [Number.POSITIVE_INFINITY, 1],
    [Number.NaN, Number.NaN],
  ])('at %d is %d', (x, y) => expect(tanh(x)).toBe(y));
});
