import type { DenseKernel, PlacedLayer } from '../learned/dense-kernel.ts';
import type { ModelFile } from '../learned/model-file.ts';
import { placeStored } from '../learned/stored-layer.ts';
import { TOKEN_FEATURES } from './passage-input.ts';
import { QUESTION_FEATURES } from './question-input.ts';

export type ReaderLayers = ReturnType<typeof placeLayers>;

/**
 * Places the layers of the reader, which stand in its file under the same names.
 *
 * @throws {ModelFileError} when one of them is not there or of another shape
 */
export function placeLayers(
  kernel: DenseKernel,
  file: ModelFile,
  { dimensions, width }: { readonly dimensions: number; readonly width: number },
) {
  const place = (name: string, inputs: number, outputs: number): PlacedLayer =>
    placeStored(kernel, file, { name, inputs, outputs });
  return {
    word: place('word', dimensions, width),
    token: place('token', TOKEN_FEATURES, width),
    asked: place('asked', QUESTION_FEATURES, width),
    aligned: place('aligned', width, width),
    pool: place('pool', width, 1),
    attend: place('attend', width, width),
    own: place('own', width, width),
    context: place('context', width, width),
    product: place('product', width, width),
    asks: place('asks', width, width),
    token2: place('token2', TOKEN_FEATURES, width),
    start: place('start', width, width),
    end: place('end', width, width),
    none: place('none', width, 1),
    weigh: place('weigh', width, 1),
    telling: place('telling', width, 1),
    whole: place('whole', width, width),
    'question.0.gates': place('question.0.gates', width, 3 * width),
    'first.0.gates': place('first.0.gates', width, 3 * width),
    'second.0.gates': place('second.0.gates', width, 3 * width),
    'second.1.gates': place('second.1.gates', width, 3 * width),
  };
}
