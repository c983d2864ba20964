import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DenseKernel } from '../../src/learned/dense-kernel.ts';
import { greatestDifference, madeUpNumbers } from './made-up-numbers.ts';

interface Gates {
  readonly width: number;
  /** For each of three gates a column, a row of `width` weights. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function gatherWith({ weights, bias }: Gates, x: Float32Array): Float32Array {
  const kernel = new DenseKernel();
  return kernel.gather(kernel.place(weights, bias), x);
}

/** What a row remembers, summed up from every row that it could have it from. */
function gatherNaively({ width, weights, bias }: Gates, x: Float32Array): number[] {
  const rows = x.length / width;
  const gate = (row: number, part: number, column: number): number => {
    const output = part * width + column;
    let sum = bias[output] ?? 0;
    for (let i = 0; i < width; i++) sum += (weights[output * width + i] ?? 0) * (x[row * width + i] ?? 0);
    return sum;
  };
  return Array.from(x, (value, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const isForwards = column < width / 2;
    const seen = isForwards ? row + 1 : rows - row;
    let memory = 0;
    let kept = 1;
    for (let back = 0; back < seen; back++) {
      const from = isForwards ? row - back : row + back;
      const keep = sigmoid(gate(from, 1, column));
      memory += kept * (1 - keep) * Math.tanh(gate(from, 0, column));
      kept *= keep;
    }
    return value + sigmoid(gate(row, 2, column)) * memory;
  });
}

const anyGates = fc
  .record({ width: fc.constantFrom(8, 16, 24), seed: fc.nat(), spread: fc.constantFrom(1, 4, 30) })
  .map(({ width, seed, spread }) => ({
    width,
    weights: madeUpNumbers(3 * width * width, seed),
    bias: madeUpNumbers(3 * width, seed + 1).map((number) => spread * number),
  }));

/** Gates that do not look at the rows: so much is new, so much is kept, all is shown. */
function steady(fresh: number, keep: number): Gates {
  const bias = new Float32Array(24).fill(fresh, 0, 8).fill(keep, 8, 16).fill(20, 16);
  return { width: 8, weights: new Float32Array(8 * 24), bias };
}

describe('what the kernel gathers', () => {
  it('is as much of every row as the rows between keep', () => {
    fc.assert(
      fc.property(anyGates, fc.nat(20), fc.nat(), (gates, rows, seed) => {
        const x = madeUpNumbers(rows * gates.width, seed);
        expect(greatestDifference(gatherWith(gates, x), gatherNaively(gates, x))).toBeLessThan(2e-5);
      }),
      { numRuns: 300 },
    );
  });

  it('comes from before in the first half of the columns, and from behind in the second', () => {
    fc.assert(
      fc.property(anyGates, fc.integer({ min: 1, max: 12 }), fc.nat(), (gates, rows, place) => {
        const { width } = gates;
        const changed = place % rows;
        const x = madeUpNumbers(rows * width, place);
        const other = x.slice().fill(3, changed * width, (changed + 1) * width);
        const [before, after] = [gatherWith(gates, x), gatherWith(gates, other)];
        const unseen = Array.from(x.keys()).filter((at) => {
          const row = Math.floor(at / width);
          return at % width < width / 2 ? row < changed : row > changed;
        });
        expect(unseen.map((at) => after[at])).toEqual(unseen.map((at) => before[at]));
      }),
    );
  });

  it('is the new alone where nothing is kept, and nothing where all is kept', () => {
    const x = Float32Array.from({ length: 16 }, (_, at) => at);
    const all = Math.tanh(0.5);
    expect(
      greatestDifference(
        gatherWith(steady(0.5, -20), x),
        Array.from(x, (number) => number + all),
      ),
    ).toBeLessThan(1e-5);
    expect(gatherWith(steady(0.5, 20), x)).toEqual(x);
  });

  it.each([-1e30, -1000, 1000, 1e30])('stays finite for gates of %d', (gate) => {
    const y = gatherWith(steady(gate, -gate), new Float32Array(16));
    expect(y.every((number) => Math.abs(number) <= 2)).toBe(true);
  });

  it('leaves its rows as they were, and is nothing for none', () => {
    const x = new Float32Array(8).fill(1);
    gatherWith(steady(1, 0), x);
    expect([...x]).toEqual(Array.from(x, () => 1));
    expect(gatherWith(steady(1, 0), new Float32Array())).toEqual(new Float32Array());
  });

  it.each([
    ['a width that is no multiple of 8', 4, 12],
    ['other than three gates a column', 8, 16],
  ])('is refused for %s', (_, inputs, outputs) => {
    const kernel = new DenseKernel();
    const layer = kernel.place(new Float32Array(inputs * outputs), new Float32Array(outputs));
    expect(() => kernel.gather(layer, new Float32Array(inputs))).toThrow(RangeError);
  });
});
