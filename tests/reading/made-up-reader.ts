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

const FREQUENT = 50;

/** The layers of a reader that has learned nothing: how many numbers each turns into how many, and whether it has a bias. */
type Layers = Readonly<Record<string, readonly [inputs: number, outputs: number, hasBias: boolean]>>;

const layersOf = (width: number): Layers => ({
  word: [vectors.dimensions, width, true],
  token: [TOKEN_FEATURES, width, true],
  asked: [QUESTION_FEATURES, width, false],
  aligned: [width, width, false],
  pool: [width, 1, true],
  attend: [width, width, false],
  own: [width, width, true],
  context: [width, width, false],
  product: [width, width, false],
  asks: [width, width, false],
  token2: [TOKEN_FEATURES, width, false],
  start: [width, width, true],
  end: [width, width, true],
  plain: [width, 2, true],
  none: [width, 1, true],
  weigh: [width, 1, true],
  telling: [width, 1, true],
  whole: [width, width, true],
  'question.0.gates': [width, 3 * width, true],
  'first.0.gates': [width, 3 * width, true],
  'second.0.gates': [width, 3 * width, true],
  'second.1.gates': [width, 3 * width, true],
  frequent: [width, FREQUENT + 1, false],
});

/** A file for a reader with made-up numbers, in the shape in which training writes it. */
export function madeUpReaderFile(width = 8): ModelFile {
  const tensors = new Map<string, Tensor>([
    ['sharp', rowOf(Float32Array.of(8))],
    ['said', rowOf(Float32Array.of(0.2))],
  ]);
  for (const [seed, [name, [inputs, outputs, hasBias]]] of Object.entries(layersOf(width)).entries()) {
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
