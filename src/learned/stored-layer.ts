import type { DenseKernel, PlacedLayer } from './dense-kernel.ts';
import { type ModelFile, ModelFileError, tensorOf } from './model-file.ts';

/**
 * The table stored under `name` with a factor for each row under `name.scale`, as it was before it was made small.
 *
 * @throws {ModelFileError} when it is not there, or not a factor for each of its rows
 */
export function storedTable(file: ModelFile, name: string): Float32Array {
  const { rows, columns, values } = tensorOf(file, name);
  const scales = tensorOf(file, `${name}.scale`).values;
  if (scales.length !== rows) throw wrongShape(name);
  const table = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const scale = scales[row] ?? 0;
    for (let i = row * columns; i < (row + 1) * columns; i++) table[i] = (values[i] ?? 0) * scale;
  }
  return table;
}

/** What a layer is called in its file, and how many numbers it turns into how many. */
interface LayerShape {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
}

/**
 * Places a stored layer, with its bias under `name.bias`, if it has one, in the kernel's memory.
 *
 * @throws {ModelFileError} when it is not there or of another shape
 */
export function placeStored(
  kernel: DenseKernel,
  file: ModelFile,
  { name, inputs, outputs }: LayerShape,
): PlacedLayer {
  const { rows, columns } = tensorOf(file, name);
  const bias = Float32Array.from(file.tensors.get(`${name}.bias`)?.values ?? new Float32Array(rows));
  if (rows !== outputs || columns !== inputs || bias.length !== outputs) throw wrongShape(name);
  return kernel.place(storedTable(file, name), bias);
}

function wrongShape(name: string): ModelFileError {
  return new ModelFileError(`holds “${name}” in a shape that this program does not read`);
}
