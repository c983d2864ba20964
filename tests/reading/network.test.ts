import { describe, expect, it } from 'vitest';
import { tensorOf } from '../../src/learned/model-file.ts';
import { Network } from '../../src/reading/network.ts';
import { madeUpReaderFile, vectors } from './made-up-reader.ts';

const file = madeUpReaderFile();
const network = new Network(file, vectors);
const { width } = network;
/** So many words have a row of their own. */
const FREQUENT = tensorOf(file, 'frequent').rows - 1;

/** The numbers of row `row` of the table of frequent words. */
function ownRow(row: number): readonly number[] {
  const { values, columns } = tensorOf(file, 'frequent');
  const scale = tensorOf(file, 'frequent.scale').values[row] ?? 0;
  return Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => value * scale);
}

/** What a word should be turned into: what the layer makes of its vector of ten times its length, a row of its own, and `added`. */
function expected(word: number, row: number, added: number): readonly number[] {
  const vector = new Float32Array(vectors.dimensions);
  vectors.copyTo(vector, 0, word);
  const own = ownRow(row);
  const layered = network.apply(
    'word',
    vector.map((number) => 10 * number),
  );
  return Array.from(layered, (number, place) => Math.tanh(number + (own[place] ?? 0) + added));
}

/** How far what a word is turned into is from what it should be, at its furthest. */
function furthest(word: number, row: number, added = 0): number {
  const found = network.embed([word], new Float32Array(width).fill(added));
  return Math.max(
    ...expected(word, row, added).map((number, place) => Math.abs(number - (found[place] ?? 9))),
  );
}

describe('the numbers of a word', () => {
  it.each([0, FREQUENT - 1])('of the frequent ones, as %i, are its vector’s and its own', (word) => {
    expect(furthest(word, word)).toBeLessThan(0.001);
    expect(furthest(word, FREQUENT)).toBeGreaterThan(0.01);
  });

  it.each([FREQUENT, 20_000, -1])(
    'of all others, as %i, are its vector’s and those that they share',
    (word) => {
      expect(furthest(word, FREQUENT)).toBeLessThan(0.001);
      expect(furthest(word, FREQUENT - 1)).toBeGreaterThan(0.01);
    },
  );

  it('hold what is added', () => {
    expect(furthest(-1, FREQUENT, 0.25)).toBeLessThan(0.001);
  });

  it('come a row a word, the same whatever stands beside it', () => {
    const rows = network.embed([3, -1, 70], new Float32Array(3 * width));
    expect([...rows.subarray(width, 2 * width)]).toEqual([...network.embed([-1], new Float32Array(width))]);
  });
});

describe('what start and end weigh', () => {
  it('is read from one table, and their bias is one', () => {
    const { values } = tensorOf(file, 'plain');
    const [start = 0, end = 0] = tensorOf(file, 'plain.scale').values;
    expect(network.plainStart[1]).toBeCloseTo((values[1] ?? 0) * start);
    expect(network.plainEnd[1]).toBeCloseTo((values[width + 1] ?? 0) * end);
    const [startBias = 0, endBias = 0] = tensorOf(file, 'plain.bias').values;
    expect(network.plainBias).toBeCloseTo(startBias + endBias);
  });
});
