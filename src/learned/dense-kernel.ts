import { type ModuleMemory, roomFor } from './module-memory.ts';

/**
 * `dense-kernel.wat`, compiled: plain JavaScript multiplies half a thousand million numbers a second, this fifteen times
 * as many. In base64; a test compiles the text again and compares.
 */
export const COMPILED = [
  'AGFzbQEAAAABCwFgB39/f39/f38AAwIBAAUDAQABBxICBm1lbW9yeQIABWRlbnNlAAAKswMBsAMCCH8LeyACQQJ0IQ0gBEECdCEO',
  'A0BBACEIA0AgBSAIav0ABAAhEiAFIAhq/QAEECETIBIhFCASIRYgEiEYIBMhFSATIRcgEyEZIAIhCSAAIQogAyAIaiELA0AgC/0A',
  'BAAhDyAL/QAEECEQIAr9CQIAIREgEiARIA/95gH95AEhEiATIBEgEP3mAf3kASETIAogDWr9CQIAIREgFCARIA/95gH95AEhFCAV',
  'IBEgEP3mAf3kASEVIAogDUEBdGr9CQIAIREgFiARIA/95gH95AEhFiAXIBEgEP3mAf3kASEXIAogDUEDbGr9CQIAIREgGCARIA/9',
  '5gH95AEhGCAZIBEgEP3mAf3kASEZIApBBGohCiALIA5qIQsgCUEBayIJDQALIAYgCGohDCAMIBL9CwQAIAwgE/0LBBAgDCAOaiEM',
  'IAwgFP0LBAAgDCAV/QsEECAMIA5qIQwgDCAW/QsEACAMIBf9CwQQIAwgDmohDCAMIBj9CwQAIAwgGf0LBBAgCEEgaiEIIAggDkkN',
  'AAsgACANQQJ0aiEAIAYgDkECdGohBiAHQQRqIQcgByABSQ0ACws=',
].join('');

interface KernelExports {
  readonly memory: ModuleMemory;
  readonly dense: (...numbers: DenseNumbers) => void;
}

type DenseNumbers = readonly [
  x: number,
  rows: number,
  inputs: number,
  weights: number,
  outputs: number,
  bias: number,
  y: number,
];

/** What is used of it here: the types of Node.js leave WebAssembly to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: KernelExports };
};

/** The kernel takes four rows and eight outputs at a time. */
const ROWS = 4;
const OUTPUTS = 8;

/** Where a layer's numbers lie in the kernel's memory, in bytes. */
export interface PlacedLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weightsAt: number;
  readonly biasAt: number;
}

/** Multiplies rows of numbers with matrices that were placed in its memory once. */
export class DenseKernel {
  readonly #exports = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(COMPILED, 'base64')))
    .exports;
  /** Up to here the memory holds layers; what follows is room to work in. */
  #used = 0;

  /** Places a layer for good. `weights` holds a row of at least one number for each output, of which there is one. */
  place(weights: Float32Array, bias: Float32Array): PlacedLayer {
    const inputs = weights.length / bias.length;
    const layer = this.#layOut(weights, { inputs, outputs: bias.length }, (i, output) => output * inputs + i);
    this.#memory(this.#used).set(bias, layer.biasAt / 4);
    return layer;
  }

  /** Applies a layer to each of the rows that lie end to end in `x`; the results lie end to end too. */
  apply({ inputs, outputs, weightsAt, biasAt }: PlacedLayer, x: Float32Array): Float32Array {
    const count = x.length / inputs;
    const rows = upTo(count, ROWS);
    const padded = upTo(outputs, OUTPUTS);
    const xAt = this.#used;
    const yAt = xAt + 4 * rows * inputs;
    const memory = this.#memory(yAt + 4 * rows * padded);
    memory.set(x, xAt / 4);
    if (rows > 0) this.#exports.dense(xAt, rows, inputs, weightsAt, padded, biasAt, yAt);
    const from = yAt / 4;
    if (padded === outputs) return memory.slice(from, from + count * outputs);
    const y = new Float32Array(count * outputs);
    for (let row = 0; row < count; row++)
      y.set(memory.subarray(from + row * padded, from + row * padded + outputs), row * outputs);
    return y;
  }

  /** Rows of `inputs` numbers times a matrix of as many rows, each laid end to end; empty for an empty matrix. */
  multiply(x: Float32Array, matrix: Float32Array, inputs: number): Float32Array {
    if (matrix.length === 0) return new Float32Array();
    const used = this.#used;
    const outputs = matrix.length / inputs;
    const layer = this.#layOut(matrix, { inputs, outputs }, (i, output) => i * outputs + output);
    const y = this.apply(layer, x);
    this.#used = used;
    return y;
  }

  /** Lays a matrix with a bias of 0 behind what is used; `placeOf` tells where in `weights` a number stands. */
  #layOut(
    weights: Float32Array,
    { inputs, outputs }: Pick<PlacedLayer, 'inputs' | 'outputs'>,
    placeOf: (input: number, output: number) => number,
  ): PlacedLayer {
    const padded = upTo(outputs, OUTPUTS);
    const weightsAt = this.#used;
    const biasAt = weightsAt + 4 * inputs * padded;
    this.#used = biasAt + 4 * padded;
    const memory = this.#memory(this.#used).fill(0, weightsAt / 4, this.#used / 4);
    for (let i = 0; i < inputs; i++) {
      for (let output = 0; output < outputs; output++)
        memory[weightsAt / 4 + i * padded + output] = weights[placeOf(i, output)] ?? 0;
    }
    return { inputs, outputs, weightsAt, biasAt };
  }

  /** The kernel's memory, of at least so many bytes. */
  #memory(bytes: number): Float32Array {
    return new Float32Array(roomFor(bytes, this.#exports.memory));
  }
}

function upTo(count: number, step: number): number {
  return Math.ceil(count / step) * step;
}
