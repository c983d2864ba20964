import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnsweringModels, readModels } from '../answering/answering-models.ts';
import { decodeModelFile, type ModelFile } from '../learned/model-file.ts';
import { UserFacingError } from './user-facing-error.ts';

/**
 * Reads what answering has learned from the folder that comes with the program.
 *
 * @throws {UserFacingError} `unusable-models` where a file of it is missing, damaged or made for another version
 */
export async function openModels(folder: string): Promise<AnsweringModels> {
  const [wordVectors, reader, ranking] = await Promise.all([
    openFile(folder, 'word-vectors.bin'),
    openFile(folder, 'reader.bin'),
    openFile(folder, 'ranking.bin'),
  ]);
  try {
    return readModels({ wordVectors, reader, ranking });
  } catch (cause) {
    throw unusable(folder, `a file in it ${messageOf(cause)}`, cause);
  }
}

async function openFile(folder: string, name: string): Promise<ModelFile> {
  try {
    return decodeModelFile(await readFile(join(folder, name)));
  } catch (cause) {
    throw unusable(folder, `${name} ${messageOf(cause)}`, cause);
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function unusable(folder: string, detail: string, cause: unknown): UserFacingError {
  const remedy = 'Get the folder “models” of this version again, for instance with: git checkout -- models';
  return new UserFacingError(
    'unusable-models',
    `The learned data in “${folder}” cannot be used: ${detail}. ${remedy}`,
    { cause },
  );
}
