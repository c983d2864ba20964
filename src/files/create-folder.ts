import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readErrorCode } from './error-code.ts';

/** The mode of a folder that only the operator may read. */
export const PRIVATE_FOLDER = 0o700;

/**
 * Creates a folder and the missing folders above it, one by one. Does nothing where the folder exists. Node's recursive `mkdir` is no
 * alternative: it never returns where the system allows no folders, such as below `/proc`.
 *
 * @param mode the permissions of created folders; what the process creates by default unless given
 * @throws {Error} with Node's code, such as `ENOENT`, `ENOTDIR` or `EACCES`
 */
export async function createFolder(folder: string, mode?: number): Promise<void> {
  try {
    await createOne(folder, mode);
  } catch (error) {
    if (readErrorCode(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await createFolder(dirname(folder), mode);
    await createOne(folder, mode);
  }
}

/** Creates a folder whose parent exists. Somebody else may create it at the same time. */
async function createOne(folder: string, mode: number | undefined): Promise<void> {
  try {
    await mkdir(folder, { mode });
  } catch (error) {
    if (readErrorCode(error) !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  }
}
