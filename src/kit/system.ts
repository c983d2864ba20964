import { readFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

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

/** Returns whether a process with this number runs on this host. A process that has ended and waits for its parent does not count. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !hasEnded(pid);
  } catch (error) {
    // Another user's process may not be signalled, but runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** On Linux, a process that has ended keeps its number until its parent asks for its status; in some containers the parent never does. */
function hasEnded(pid: number): boolean {
  try {
    // The state follows the name, which may hold anything but ends with the last parenthesis.
    return /^\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*(?=\))/s, ''));
  } catch {
    return false;
  }
}

/** Returns Node's code of a failed operation (`ENOENT`), or the message of any other error, or the thrown value as text. */
export function readErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
