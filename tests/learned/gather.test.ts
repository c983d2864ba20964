import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather } from '../../src/learned/gather.ts';
import { greatestDifference, madeUpNumbers } from './made-up-numbers.ts';

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** What a row remembers, summed up from every row that it could have it from. */
function gatherNaively(x: Float32Array, gates: Float32Array, width: number): number[] {
  const rows = x.length / width;
  const gate = (row: number, part: number, column: number) => gates[(3 * row + part) * width + column] ?? 0;
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

const anyRows = fc.record({ rows: fc.nat(20), width: fc.constantFrom(2, 4, 6), seed: fc.nat() });

function madeUpRows({
  rows,
  width,
  seed,
}: {
  readonly rows: number;
  readonly width: number;
  readonly seed: number;
}) {
  return {
    x: madeUpNumbers(rows * width, seed),
    gates: madeUpNumbers(3 * rows * width, seed + 1).map((number) => 4 * number),
  };
}

/** Two rows of two numbers: so much is new, all is shown. */
function gatesKeeping(keep: number): Float32Array {
  return Float32Array.of(0.5, -0.5, keep, keep, 20, 20, 1, 1, keep, keep, 20, 20);
}

describe('gathering', () => {
  it('remembers as much of every row as the rows between keep', () => {
    fc.assert(
      fc.property(anyRows, (size) => {
        const { x, gates } = madeUpRows(size);
        const y = gather(x, gates, size.width);
        expect(greatestDifference(y, gatherNaively(x, gates, size.width))).toBeLessThan(1e-4);
      }),
      { numRuns: 300 },
    );
  });

  it('looks back in the first half of the columns and ahead in the second', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (size, place) => {
        fc.pre(size.rows > 0);
        const { width } = size;
        const changed = place % size.rows;
        const { x, gates } = madeUpRows(size);
        const other = gates.slice();
        other.fill(3, 3 * changed * width, 3 * (changed + 1) * width);
        const [before, after] = [gather(x, gates, width), gather(x, other, width)];
        const unseen = Array.from(x.keys()).filter((at) => {
          const row = Math.floor(at / width);
          return at % width < width / 2 ? row < changed : row > changed;
        });
        expect(unseen.map((at) => after[at])).toEqual(unseen.map((at) => before[at]));
      }),
    );
  });

  it('adds the new alone where nothing is kept, and nothing where all is kept', () => {
    const x = Float32Array.of(1, 2, 3, 4);
    const [half, one] = [Math.tanh(0.5), Math.tanh(1)];
    expect(
      greatestDifference(gather(x, gatesKeeping(-20), 2), [1 + half, 2 - half, 3 + one, 4 + one]),
    ).toBeLessThan(1e-5);
    expect(gather(x, gatesKeeping(20), 2)).toEqual(x);
  });

  it('leaves its rows as they were', () => {
    const x = Float32Array.of(1, 2);
    gather(x, Float32Array.of(1, 1, 1, 1, 1, 1), 2);
    expect([...x]).toEqual([1, 2]);
  });
});
