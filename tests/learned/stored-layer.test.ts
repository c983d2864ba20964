import { describe, expect, it } from 'vitest';
import { DenseKernel } from '../../src/learned/dense-kernel.ts';
import { type ModelFile, ModelFileError, type Tensor } from '../../src/learned/model-file.ts';
import { placeStored, storedTable } from '../../src/learned/stored-layer.ts';

/** Two rows of three numbers, made small as training does it. */
const small: Readonly<Record<string, Tensor>> = {
  sum: { rows: 2, columns: 3, values: Int8Array.of(127, 0, -127, 1, 2, 3) },
  'sum.scale': { rows: 1, columns: 2, values: Float32Array.of(0.5, 2) },
};
const bias: Tensor = { rows: 1, columns: 2, values: Float32Array.of(10, -10) };

function fileOf(tensors: Readonly<Record<string, Tensor>>): ModelFile {
  return { tensors: new Map(Object.entries(tensors)), texts: new Map() };
}

describe('a stored table', () => {
  it('is each row times its factor', () => {
    expect([...storedTable(fileOf(small), 'sum')]).toEqual([63.5, 0, -63.5, 2, 4, 6]);
  });

  it.each([
    ['without numbers', { 'sum.scale': bias }, 'lacks “sum”'],
    ['without factors', { sum: bias }, 'lacks “sum.scale”'],
    [
      'with a factor too many',
      { ...small, 'sum.scale': { ...bias, columns: 3, values: new Float32Array(3) } },
      '“sum”',
    ],
  ])('%s is refused', (_, tensors, message) => {
    expect(() => storedTable(fileOf(tensors), 'sum')).toThrow(ModelFileError);
    expect(() => storedTable(fileOf(tensors), 'sum')).toThrow(message);
  });
});

describe('a stored layer', () => {
  const shape = { name: 'sum', inputs: 3, outputs: 2 };

  it.each([
    ['with its bias', { ...small, 'sum.bias': bias }, [10, 2]],
    ['with a bias of 0 where it has none', small, [0, 12]],
  ])('is placed %s', (_, tensors, y) => {
    const kernel = new DenseKernel();
    const layer = placeStored(kernel, fileOf(tensors), shape);
    expect([...kernel.apply(layer, Float32Array.of(1, 1, 1))]).toEqual(y);
  });

  it.each([
    ['of other inputs', small, { ...shape, inputs: 2 }],
    ['of other outputs', small, { ...shape, outputs: 3 }],
    ['on its side', small, { ...shape, inputs: 2, outputs: 3 }],
    [
      'with a bias for something else',
      { ...small, 'sum.bias': { ...bias, values: Float32Array.of(1) } },
      shape,
    ],
    ['that is missing', {}, shape],
  ])('%s is refused, and named', (_, tensors, wanted) => {
    const place = () => placeStored(new DenseKernel(), fileOf(tensors), wanted);
    expect(place).toThrow(ModelFileError);
    expect(place).toThrow('“sum”');
  });
});
