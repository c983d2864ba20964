import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeModelFile,
  encodeModelFile,
  type ModelFile,
  ModelFileError,
  type Tensor,
} from '../../src/learned/model-file.ts';
import { WordVectors } from '../../src/learned/word-vectors.ts';

const DIMENSIONS = 3;

function scaleOf(vector: readonly number[]): number {
  return 1 / Math.hypot(...vector);
}

function fileOf(entries: Readonly<Record<string, readonly number[]>>): ModelFile {
  const vectors = Object.values(entries);
  const rows = vectors.length;
  const tensors = new Map<string, Tensor>([
    ['vectors', { rows, columns: DIMENSIONS, values: Int8Array.from(vectors.flat()) }],
    ['scales', { rows: 1, columns: rows, values: Float32Array.from(vectors, scaleOf) }],
    [
      'neighbours',
      {
        rows,
        columns: 2,
        values: Uint16Array.from(vectors.flatMap((_, i) => [(i + 1) % rows, (i + 2) % rows])),
      },
    ],
  ]);
  return { tensors, texts: new Map([['words', Object.keys(entries).join('\n')]]) };
}

const file = fileOf({ the: [0, 0, 127], customs: [100, 20, 0], duty: [50, 10, 0], far: [-100, -20, 0] });
const vectors = new WordVectors(decodeModelFile(encodeModelFile(file)));

describe('word vectors', () => {
  it('number the words from the most frequent one on', () => {
    expect(['the', 'customs', 'duty', 'far'].map((word) => vectors.indexOf(word))).toEqual([0, 1, 2, 3]);
    expect(['', 'Customs', 'nowhere', 'constructor'].map((word) => vectors.indexOf(word))).toEqual([
      -1, -1, -1, -1,
    ]);
  });

  it('tell the word of a number', () => {
    expect([-1, 0, 3, 4].map((index) => vectors.wordAt(index))).toEqual(['', 'the', 'far', '']);
  });

  it('tell how rare a word is, from 0 to 1', () => {
    const rarities = [0, 1, 2, 3, -1].map((index) => vectors.rarity(index));
    expect(rarities).toEqual(rarities.toSorted((a, b) => a - b));
    expect(new Set(rarities).size).toBe(5);
    expect([rarities[0], rarities[4]]).toEqual([0, 1]);
  });

  it('know which words are alike', () => {
    const [the, customs, duty, far] = [0, 1, 2, 3] as const;
    expect(vectors.similarity(customs, duty)).toBeCloseTo(1, 6);
    expect(vectors.similarity(customs, far)).toBeCloseTo(-1, 6);
    expect(vectors.similarity(customs, the)).toBe(0);
  });

  it('give 0 for the likeness to a word without a vector', () => {
    expect([vectors.similarity(-1, 1), vectors.similarity(1, -1), vectors.similarity(-1, -1)]).toEqual([
      0, 0, 0,
    ]);
  });

  it('write a vector of length 1, and zeros for a word without one', () => {
    const target = new Float32Array(8).fill(7);
    vectors.copyTo(target, 1, 1);
    vectors.copyTo(target, 5, -1);
    expect(Math.hypot(...target.subarray(1, 4))).toBeCloseTo(1, 6);
    expect([...target.subarray(4)]).toEqual([7, 0, 0, 0]);
    expect(target[0]).toBe(7);
  });

  it('name the nearest words', () => {
    expect(vectors.neighbours(1)).toEqual([2, 3]);
    expect(vectors.neighbours(-1)).toEqual([]);
  });

  it('measure a likeness from -1 to 1, the same from both sides, as the written vectors do', () => {
    const anyVector = fc
      .array(fc.integer({ min: -127, max: 127 }), { minLength: DIMENSIONS, maxLength: DIMENSIONS })
      .filter((vector) => vector.some((number) => number !== 0));
    fc.assert(
      fc.property(anyVector, anyVector, (one, other) => {
        const pair = new WordVectors(fileOf({ one, other }));
        const likeness = pair.similarity(0, 1);
        expect(pair.similarity(1, 0)).toBe(likeness);
        expect(Math.abs(likeness)).toBeLessThanOrEqual(1 + 1e-6);
        expect(pair.similarity(0, 0)).toBeCloseTo(1, 6);
        const written = new Float32Array(2 * DIMENSIONS);
        for (const index of [0, 1]) pair.copyTo(written, index * DIMENSIONS, index);
        const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = written;
        expect(a * d + b * e + c * f).toBeCloseTo(likeness, 5);
      }),
    );
  });
});

describe('a file of something else', () => {
  const scales = { rows: 1, columns: 3, values: new Float32Array(3) };

  it.each<readonly [string, Partial<Record<'vectors' | 'scales' | 'neighbours', Tensor>>]>([
    ['other kinds of vectors', { vectors: { rows: 4, columns: 3, values: new Uint8Array(12) } }],
    ['other kinds of scales', { scales: { rows: 1, columns: 4, values: new Uint16Array(4) } }],
    ['other kinds of neighbours', { neighbours: { rows: 4, columns: 2, values: new Uint8Array(8) } }],
    ['vectors for more words', { vectors: { rows: 5, columns: 3, values: new Int8Array(15) } }],
    ['scales for fewer words', { scales }],
    ['neighbours for fewer words', { neighbours: { rows: 3, columns: 2, values: new Uint16Array(6) } }],
  ])('with %s is refused', (_, other) => {
    const tensors = new Map([...file.tensors, ...Object.entries(other)]);
    expect(() => new WordVectors({ ...file, tensors })).toThrow(ModelFileError);
  });

  it.each(['vectors', 'scales', 'neighbours'])('without %s is refused', (name) => {
    const tensors = new Map([...file.tensors].filter(([other]) => other !== name));
    expect(() => new WordVectors({ ...file, tensors })).toThrow(`lacks “${name}”`);
  });

  it('without words is refused', () => {
    expect(() => new WordVectors({ ...file, texts: new Map() })).toThrow(ModelFileError);
  });
});
