import type { AnsweringModels } from '../answering/answering-models.ts';
import { ModelFileError } from '../learned/model-file.ts';
import { readModelBytes } from '../serving/model-files.ts';
import { decodeModels } from '../serving/models.ts';
import { unusableModels } from './unusable-models.ts';

/**
 * Reads what answering has learned from the folder that comes with the program, for whoever answers in this thread.
 *
 * @throws {UserFacingError} `unusable-models` where a file of it is missing, damaged or made for another version
 */
export async function openModels(folder: string): Promise<AnsweringModels> {
  try {
    return decodeModels(await readModelBytes(folder));
  } catch (cause) {
    if (!(cause instanceof ModelFileError)) throw cause;
    throw unusableModels(folder, cause.message, cause);
  }
}
