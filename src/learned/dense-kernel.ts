import { type ModuleMemory, roomFor } from './module-memory.ts';

/**
 * `dense-kernel.wat`, compiled: plain JavaScript multiplies half a thousand million numbers a second, this fifteen times
 * as many. In base64; a test compiles the text again and compares.
 */
export const COMPILED = [
  'AGFzbQEAAAABGANgB39/f39/f38AYAF7AXtgBX9/f39/AAMFBAABAQIFAwEAAQcbAwZtZW1vcnkCAAVkZW5zZQAABmdhdGhlcgADCqYI',
  'BLADAgh/C3sgAkECdCENIARBAnQhDgNAQQAhCANAIAUgCGr9AAQAIRIgBSAIav0ABBAhEyASIRQgEiEWIBIhGCATIRUgEyEXIBMhGSAC',
  'IQkgACEKIAMgCGohCwNAIAv9AAQAIQ8gC/0ABBAhECAK/QkCACERIBIgESAP/eYB/eQBIRIgEyARIBD95gH95AEhEyAKIA1q/QkCACER',
  'IBQgESAP/eYB/eQBIRQgFSARIBD95gH95AEhFSAKIA1BAXRq/QkCACERIBYgESAP/eYB/eQBIRYgFyARIBD95gH95AEhFyAKIA1BA2xq',
  '/QkCACERIBggESAP/eYB/eQBIRggGSARIBD95gH95AEhGSAKQQRqIQogCyAOaiELIAlBAWsiCQ0ACyAGIAhqIQwgDCAS/QsEACAMIBP9',
  'CwQQIAwgDmohDCAMIBT9CwQAIAwgFf0LBBAgDCAOaiEMIAwgFv0LBAAgDCAX/QsEECAMIA5qIQwgDCAY/QsEACAMIBn9CwQQIAhBIGoh',
  'CCAIIA5JDQALIAAgDUECdGohACAGIA5BAnRqIQYgB0EEaiEHIAcgAUkNAAsL4wIBAnsgAP0MO6q4vzuquL87qri/O6q4v/3mASEAIAD9',
  'DAAA/EIAAPxCAAD8QgAA/EL96AEhACAA/QwAAPzCAAD8wgAA/MIAAPzC/ekBIQAgAP1qIQEgACAB/eUBIQD9DN79IDne/SA53v0gOd79',
  'IDkhAiACIAD95gH9DCmfrzopn686KZ+vOimfrzr95AEhAiACIAD95gH9DKaWHTymlh08ppYdPKaWHTz95AEhAiACIAD95gH9DHRXYz10',
  'V2M9dFdjPXRXYz395AEhAiACIAD95gH9DO79dT7u/XU+7v11Pu79dT795AEhAiACIAD95gH9DBhyMT8YcjE/GHIxPxhyMT/95AEhAiAC',
  'IAD95gH9DAAAgD8AAIA/AACAPwAAgD/95AEhAiACIAH9+AFBF/2rAf2uASEC/QwAAIA/AACAPwAAgD8AAIA/IAL9DAAAgD8AAIA/AACA',
  'PwAAgD/95AH95wELKQAgACAA/eQBEAEhACAAIAD95AH9DAAAgD8AAIA/AACAPwAAgD/95QEL4gECB38CeyACQQJ0IQUDQCAAIAZqIQgg',
  'AyAGaiEJIAUhCiAEIQsgBkEBdCAFTwRAIAFBAWshByAIIAcgCmxqIQggCSAHIAtsaiEJQQAgCmshCkEAIAtrIQsL/QwAAAAAAAAAAAAA',
  'AAAAAAAAIQwgASEHA0AgCf0ABAAQAiENIA0gCSAFav0ABAAQASAMIA395QH95gH95AEhDCAIIAj9AAQAIAkgBUEBdGr9AAQAEAEgDP3m',
  'Af3kAf0LBAAgCCAKaiEIIAkgC2ohCSAHQQFrIgcNAAsgBkEQaiEGIAYgBUkNAAsL',
].join('');

interface KernelExports {
  readonly memory: ModuleMemory;
  readonly dense: (...numbers: DenseNumbers) => void;
  readonly gather: (...numbers: GatherNumbers) => void;
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

type GatherNumbers = readonly [x: number, rows: number, width: number, gates: number, stride: number];

/** What is used of it here: the types of Node.js leave WebAssembly to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: KernelExports };
};

/** The kernel takes four rows at a time. */
const ROWS = 4;
/** And so many outputs; what gathers along rows needs them to be as wide as a multiple of it. */
export const COLUMNS_AT_A_TIME = 8;

/** Where a layer's numbers lie in the kernel's memory, in bytes. */
export interface PlacedLayer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weightsAt: number;
  readonly biasAt: number;
}

/** A layer's results where they lie in the memory: so many rows, and so many numbers from one to the next. */
interface Run {
  readonly memory: Float32Array;
  readonly count: number;
  readonly padded: number;
  readonly xAt: number;
  readonly yAt: number;
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
    const size = { inputs, outputs: bias.length };
    const layer = this.#layOut(weights, size, { perInput: 1, perOutput: inputs });
    this.#memory(this.#used).set(bias, layer.biasAt / 4);
    return layer;
  }

  /** Applies a layer to each of the rows that lie end to end in `x`; the results lie end to end too. */
  apply(layer: PlacedLayer, x: Float32Array): Float32Array {
    const { outputs } = layer;
    const { memory, count, padded, yAt } = this.#run(layer, x);
    const from = yAt / 4;
    if (padded === outputs) return memory.slice(from, from + count * outputs);
    const y = new Float32Array(count * outputs);
    for (let row = 0; row < count; row++)
      y.set(memory.subarray(from + row * padded, from + row * padded + outputs), row * outputs);
    return y;
  }

  /**
   * Reads the rows that lie end to end in `x` once in each direction and gives them with what was gathered on the way. A
   * recurrent layer without matrix products between its steps: the first half of the columns remembers what came before, the
   * second half what comes after.
   *
   * @param gates gives for each row three times as many numbers: what is new, how much is kept, how much is shown
   * @throws {RangeError} when it does not, or the width of the rows is no multiple of 8
   * @see https://arxiv.org/abs/1611.01576 Bradbury and others, Quasi-Recurrent Neural Networks
   */
  gather(gates: PlacedLayer, x: Float32Array): Float32Array {
    const { inputs: width, outputs } = gates;
    if (outputs !== 3 * width || width % COLUMNS_AT_A_TIME !== 0)
      throw new RangeError(`no gates for ${width} columns`);
    const { memory, count, padded, xAt, yAt } = this.#run(gates, x);
    if (count > 0) this.#exports.gather(xAt, count, width, yAt, 4 * padded);
    return memory.slice(xAt / 4, xAt / 4 + x.length);
  }

  /** Rows of `inputs` numbers times a matrix of as many rows, each laid end to end; empty for an empty matrix. */
  multiply(x: Float32Array, matrix: Float32Array, inputs: number): Float32Array {
    if (matrix.length === 0) return new Float32Array();
    const used = this.#used;
    const outputs = matrix.length / inputs;
    const layer = this.#layOut(matrix, { inputs, outputs }, { perInput: outputs, perOutput: 1 });
    const y = this.apply(layer, x);
    this.#used = used;
    return y;
  }

  /** Leaves in the memory, behind what is used, the rows of `x` and behind them a layer's results, each row filled up. */
  #run({ inputs, outputs, weightsAt, biasAt }: PlacedLayer, x: Float32Array): Run {
    const count = x.length / inputs;
    const rows = upTo(count, ROWS);
    const padded = upTo(outputs, COLUMNS_AT_A_TIME);
    const xAt = this.#used;
    const yAt = xAt + 4 * rows * inputs;
    const memory = this.#memory(yAt + 4 * rows * padded);
    memory.set(x, xAt / 4);
    if (rows > 0) this.#exports.dense(xAt, rows, inputs, weightsAt, padded, biasAt, yAt);
    return { memory, count, padded, xAt, yAt };
  }

  /** Lays a matrix with a bias of 0 behind what is used: its numbers stand so far apart from one input and output to the next. */
  #layOut(
    weights: Float32Array,
    { inputs, outputs }: Pick<PlacedLayer, 'inputs' | 'outputs'>,
    { perInput, perOutput }: { readonly perInput: number; readonly perOutput: number },
  ): PlacedLayer {
    const padded = upTo(outputs, COLUMNS_AT_A_TIME);
    const weightsAt = this.#used;
    const biasAt = weightsAt + 4 * inputs * padded;
    this.#used = biasAt + 4 * padded;
    const memory = this.#memory(this.#used).fill(0, weightsAt / 4, this.#used / 4);
    for (let i = 0; i < inputs; i++) {
      for (let output = 0; output < outputs; output++)
        memory[weightsAt / 4 + i * padded + output] = weights[i * perInput + output * perOutput] ?? 0;
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
