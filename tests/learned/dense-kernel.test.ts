import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { COMPILED, DenseKernel } from '../../src/learned/dense-kernel.ts';
import { greatestDifference, madeUpNumbers } from './made-up-numbers.ts';

interface Layer {
  readonly inputs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A row of weights for each output, as layers are stored. */
function applyNaively({ inputs, weights, bias }: Layer, x: Float32Array): number[] {
  const y: number[] = [];
  for (let from = 0; from < x.length; from += inputs) {
    for (let output = 0; output < bias.length; output++) {
      let sum = bias[output] ?? 0;
      for (let i = 0; i < inputs; i++) sum += (x[from + i] ?? 0) * (weights[output * inputs + i] ?? 0);
      y.push(sum);
    }
  }
  return y;
}

/** A row of the matrix for each input. */
function multiplyNaively(x: Float32Array, matrix: Float32Array, inputs: number): number[] {
  const outputs = matrix.length / inputs;
  const weights = Float32Array.from(
    matrix,
    (_, at) => matrix[(at % inputs) * outputs + Math.floor(at / inputs)] ?? 0,
  );
  return applyNaively({ inputs, weights, bias: new Float32Array(outputs) }, x);
}

/** What sums of so many products of numbers below 1 may be off by in 32 bits. */
function tolerance(inputs: number): number {
  return (inputs + 2) ** 2 * 2 ** -24;
}

/** The element with this number; counted round and round. */
function elementOf<T>(list: readonly T[], number: number): T {
  const element = list[number % list.length];
  if (element === undefined) throw new Error('an empty list');
  return element;
}

const anyLayer: fc.Arbitrary<Layer> = fc
  .record({
    inputs: fc.integer({ min: 1, max: 40 }),
    outputs: fc.integer({ min: 1, max: 40 }),
    seed: fc.nat(),
  })
  .map(({ inputs, outputs, seed }) => ({
    inputs,
    weights: madeUpNumbers(inputs * outputs, seed),
    bias: madeUpNumbers(outputs, seed + 1),
  }));

/** Which of the layers to apply or, without one, to multiply with, to how many rows. */
const anySteps = fc.array(
  fc.record({ isApplied: fc.boolean(), which: fc.nat(), rows: fc.nat(11), seed: fc.nat() }),
  { minLength: 1, maxLength: 12 },
);

describe('the kernel', () => {
  it('gives what three plain loops give, whatever it was used for before', () => {
    fc.assert(
      fc.property(fc.array(anyLayer, { minLength: 1, maxLength: 5 }), anySteps, (layers, steps) => {
        const kernel = new DenseKernel();
        const placed = layers.map((layer) => [layer, kernel.place(layer.weights, layer.bias)] as const);
        for (const { isApplied, which, rows, seed } of steps) {
          const [layer, place] = elementOf(placed, which);
          const { inputs, weights } = layer;
          const x = madeUpNumbers(rows * inputs, seed);
          const [found, expected] = isApplied
            ? [kernel.apply(place, x), applyNaively(layer, x)]
            : [kernel.multiply(x, weights, inputs), multiplyNaively(x, weights, inputs)];
          expect(greatestDifference(found, expected)).toBeLessThan(tolerance(inputs));
        }
      }),
    );
  });

  it.each([
    ['one number', [1, 1, 1]],
    ['rows and outputs that fill its steps', [8, 3, 16]],
    ['rows and outputs one above its steps', [9, 3, 17]],
    ['more than one page of weights', [5, 200, 301]],
    ['more than one page of rows', [700, 60, 10]],
    ['rows that fill the last page but for what is filled up', [1818, 1, 8]],
  ] as const)('is right for %s', (_, [rows, inputs, outputs]) => {
    const kernel = new DenseKernel();
    const layer = { inputs, weights: madeUpNumbers(inputs * outputs, 1), bias: madeUpNumbers(outputs, 2) };
    const x = madeUpNumbers(rows * inputs, 3);
    const y = kernel.apply(kernel.place(layer.weights, layer.bias), x);
    expect(greatestDifference(y, applyNaively(layer, x))).toBeLessThan(tolerance(inputs));
  });

  it('keeps every layer while its memory grows', () => {
    const kernel = new DenseKernel();
    const layers = Array.from({ length: 20 }, (_, seed) => {
      const layer = { inputs: 70, weights: madeUpNumbers(70 * 90, seed), bias: madeUpNumbers(90, seed + 50) };
      return { layer, place: kernel.place(layer.weights, layer.bias) };
    });
    const x = madeUpNumbers(70 * 3, 99);
    kernel.apply(elementOf(layers, 0).place, madeUpNumbers(70 * 2000, 7));
    for (const { layer, place } of layers)
      expect(greatestDifference(kernel.apply(place, x), applyNaively(layer, x))).toBeLessThan(tolerance(70));
  });

  it('multiplies in the same memory again and again', () => {
    const kernel = new DenseKernel();
    // Made once: a hundred of them would count too until they are collected.
    const [x, matrix] = [madeUpNumbers(512, 1), new Float32Array(512 * 512)];
    const multiply = () => kernel.multiply(x, matrix, 512);
    multiply();
    const before = process.memoryUsage().external;
    for (let time = 0; time < 100; time++) multiply();
    // Each one placed for good would take a mebibyte.
    expect(process.memoryUsage().external - before).toBeLessThan(60 * 2 ** 20);
  });

  it('gives results that later ones do not overwrite', () => {
    const kernel = new DenseKernel();
    const layer = kernel.place(madeUpNumbers(64, 1), madeUpNumbers(8, 2));
    const first = kernel.apply(layer, madeUpNumbers(64, 3));
    const copy = first.slice();
    kernel.apply(layer, madeUpNumbers(64, 4));
    expect(first).toEqual(copy);
  });

  it('gives nothing for no rows and for an empty matrix', () => {
    const kernel = new DenseKernel();
    const layer = kernel.place(madeUpNumbers(6, 1), madeUpNumbers(2, 2));
    expect(kernel.apply(layer, new Float32Array())).toEqual(new Float32Array());
    expect(kernel.multiply(new Float32Array(), new Float32Array(), 0)).toEqual(new Float32Array());
    expect(kernel.multiply(madeUpNumbers(6, 3), new Float32Array(), 3)).toEqual(new Float32Array());
    expect(kernel.apply(layer, Float32Array.of(0, 0, 0))).toEqual(madeUpNumbers(2, 2));
  });

  it('spreads no infinity from one row to the others', () => {
    const kernel = new DenseKernel();
    const layer = kernel.place(madeUpNumbers(6, 1), madeUpNumbers(2, 2));
    kernel.apply(layer, new Float32Array(12).fill(Number.NaN));
    const [first, second, ...rest] = kernel.apply(layer, Float32Array.of(0, 0, 0, Number.NaN, 0, 0));
    expect([first, second]).toEqual([...madeUpNumbers(2, 2)]);
    expect(rest).toEqual([Number.NaN, Number.NaN]);
  });

  it('is what its text compiles to', async () => {
    const text = await readFile('src/learned/dense-kernel.wat');
    const compiler = await wabt();
    const { buffer } = compiler.parseWat('dense-kernel.wat', text, { simd: true }).toBinary({});
    expect(COMPILED).toBe(Buffer.from(buffer).toString('base64'));
  });
});
