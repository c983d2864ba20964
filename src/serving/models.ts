import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnsweringModels, readModels } from '../answering/answering-models.ts';
import { decodeModelFile, ModelFileError } from '../learned/model-file.ts';

const FILES = { wordVectors: 'word-vectors.bin', reader: 'reader.bin', ranking: 'ranking.bin' } as const;

/** What the model files hold, in memory that all threads share. Plain data. */
export type ModelBytes = Readonly<Record<keyof typeof FILES, SharedArrayBuffer>>;

/**
 * Reads the files of what answering has learned, without looking at what they hold.
 *
 * @throws {ModelFileError} where one cannot be read; the message begins with its name
 */
export async function readModelBytes(folder: string): Promise<ModelBytes> {
  const [wordVectors, reader, ranking] = await Promise.all([
    readShared(folder, FILES.wordVectors),
    readShared(folder, FILES.reader),
    readShared(folder, FILES.ranking),
  ]);
  return { wordVectors, reader, ranking };
}

/**
 * Makes the models of what the files hold. Tables of single bytes stay in the shared memory.
 *
 * @throws {ModelFileError} where a file is damaged or made for another version; the message begins with its name
 */
export function decodeModels(bytes: ModelBytes): AnsweringModels {
  const decode = (file: keyof typeof FILES) =>
    naming(FILES[file], () => decodeModelFile(new Uint8Array(bytes[file])));
  const files = {
    wordVectors: decode('wordVectors'),
    reader: decode('reader'),
    ranking: decode('ranking'),
  };
  return naming('a file', () => readModels(files));
}

async function readShared(folder: string, name: string): Promise<SharedArrayBuffer> {
  try {
    const bytes = await readFile(join(folder, name));
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    return shared;
  } catch (cause) {
    throw named(name, cause);
  }
}

function naming<Result>(name: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    throw named(name, cause);
  }
}

function named(name: string, cause: unknown): ModelFileError {
  return new ModelFileError(`${name} ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
