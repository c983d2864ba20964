import { type AnsweringModels, readModels } from '../answering/answering-models.ts';
import { decodeModelFile } from '../learned/model-file.ts';
import { MODEL_FILES, type ModelBytes, type ModelName, withFileName } from './model-files.ts';

/**
 * Makes the models of what the files hold. Tables of single bytes stay in the shared memory.
 *
 * @throws {ModelFileError} where a file is damaged or made for another version; the message begins with its name
 */
export function decodeModels(bytes: ModelBytes): AnsweringModels {
  const decode = (file: ModelName) =>
    naming(MODEL_FILES[file], () => decodeModelFile(new Uint8Array(bytes[file])));
  const files = {
    wordVectors: decode('wordVectors'),
    reader: decode('reader'),
    ranking: decode('ranking'),
  };
  return naming('a file', () => readModels(files));
}

function naming<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw withFileName(name, cause);
  }
}
