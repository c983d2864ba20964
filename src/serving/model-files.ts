import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelFileError } from '../learned/model-file.ts';

/** The files of what answering has learned. */
export const MODEL_FILES = {
  wordVectors: 'word-vectors.bin',
  reader: 'reader.bin',
  ranking: 'ranking.bin',
} as const;

export type ModelName = keyof typeof MODEL_FILES;

/** What the model files hold, in memory that all threads share. Plain data. */
export type ModelBytes = Readonly<Record<ModelName, SharedArrayBuffer>>;

/**
 * Reads the files of what answering has learned, without looking at what they hold.
 *
 * @throws {ModelFileError} where one cannot be read; the message begins with its name
 */
export async function readModelBytes(folder: string): Promise<ModelBytes> {
  const [wordVectors, reader, ranking] = await Promise.all([
    readShared(folder, MODEL_FILES.wordVectors),
    readShared(folder, MODEL_FILES.reader),
    readShared(folder, MODEL_FILES.ranking),
  ]);
  return { wordVectors, reader, ranking };
}

async function readShared(folder: string, name: string): Promise<SharedArrayBuffer> {
  try {
    const bytes = await readFile(join(folder, name));
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    return shared;
  } catch (cause) {
    throw withFileName(name, cause);
  }
}

/** The same mistake, with the name of its file before it. */
export function withFileName(name: string, cause: unknown): ModelFileError {
  return new ModelFileError(`${name} ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}
