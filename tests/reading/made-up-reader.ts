import { readFileSync } from 'node:fs';
import {
  decodeModelFile,
  encodeModelFile,
  type ModelFile,
  type Tensor,
} from '../../src/learned/model-file.ts';
import { WordVectors } from '../../src/learned/word-vectors.ts';
import { TOKEN_FEATURES } from '../../src/reading/passage-input.ts';
import { QUESTION_FEATURES } from '../../src/reading/question-input.ts';
import { madeUpNumbers } from '../learned/made-up-numbers.ts';

/** The vectors that come with the project. */
export const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));

const WIDTH = 8;
const FREQUENT = 50;

/** The layers of a reader that has learned nothing: how many numbers each turns into how many, and whether it has a bias. */
const LAYERS: Readonly<Record<string, readonly [inputs: number, outputs: number, hasBias: boolean]>> = {
  word: [vectors.dimensions, WIDTH, true],
  token: [TOKEN_FEATURES, WIDTH, true],
  asked: [QUESTION_FEATURES, WIDTH, false],
  aligned: [WIDTH, WIDTH, false],
  pool: [WIDTH, 1, true],
  attend: [WIDTH, WIDTH, false],
  own: [WIDTH, WIDTH, true],
  context: [WIDTH, WIDTH, false],
  product: [WIDTH, WIDTH, false],
  asks: [WIDTH, WIDTH, false],
  token2: [TOKEN_FEATURES, WIDTH, false],
  start: [WIDTH, WIDTH, true],
  end: [WIDTH, WIDTH, true],
  plain: [WIDTH, 2, true],
  none: [WIDTH, 1, true],
  weigh: [WIDTH, 1, true],
  telling: [WIDTH, 1, true],
  whole: [WIDTH, WIDTH, true],
  'question.0.gates': [WIDTH, 3 * WIDTH, true],
  'first.0.gates': [WIDTH, 3 * WIDTH, true],
  'second.0.gates': [WIDTH, 3 * WIDTH, true],
  'second.1.gates': [WIDTH, 3 * WIDTH, true],
  frequent: [WIDTH, FREQUENT + 1, false],
};

/** A file for a reader of width 8 with made-up numbers, in the shape in which training writes it. */
export function madeUpReaderFile(): ModelFile {
  const tensors = new Map<string, Tensor>([
    ['sharp', rowOf(Float32Array.of(8))],
    ['said', rowOf(Float32Array.of(0.2))],
  ]);
  for (const [seed, [name, [inputs, outputs, hasBias]]] of Object.entries(LAYERS).entries()) {
    const values = Int8Array.from(madeUpNumbers(inputs * outputs, seed), (number) =>
      Math.round(127 * number),
    );
    tensors.set(name, { rows: outputs, columns: inputs, values });
    tensors.set(
      `${name}.scale`,
      rowOf(madeUpNumbers(outputs, seed + 100).map((number) => 0.006 + number / 500)),
    );
    if (hasBias) tensors.set(`${name}.bias`, rowOf(madeUpNumbers(outputs, seed + 200)));
  }
  return decodeModelFile(encodeModelFile({ tensors, texts: new Map() }));
}

function rowOf(values: Float32Array): Tensor {
  return { rows: 1, columns: values.length, values };
}
