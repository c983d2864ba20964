import type { AnsweringModels } from '../answering/answering-models.ts';
import { ModelFileError } from '../learned/model-file.ts';
import { decodeModels, readModelBytes } from '../serving/models.ts';
import { UserFacingError } from './user-facing-error.ts';

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

/** The error for learned data that cannot be used; `detail` names the file and what is wrong with it. */
export function unusableModels(folder: string, detail: string, cause?: unknown): UserFacingError {
  const remedy = 'Get the folder “models” of this version again, for instance with: git checkout -- models';
  return new UserFacingError(
    'unusable-models',
    `The learned data in “${folder}” cannot be used: ${detail}. ${remedy}`,
    { cause },
  );
}
