import { type FileProblem, toSkipped } from '../article/problem.ts';

/** Node's code of a failed file operation (`ENOENT`), or a description of whatever else was thrown. */
export function readErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

/** Stands in a path for bytes that are not UTF-8: the path leads to nothing then. */
const REPLACED = '\ufffd';

/** Why the file or folder that was listed at `path` could not be read, from Node's error code. */
export function explainReadError(code: string, path: string): FileProblem {
  switch (code) {
    case 'ENOENT':
      if (path.includes(REPLACED)) return toSkipped({ code: 'name-not-utf8' });
      return toSkipped({ code: 'file-gone' });
    case 'EACCES':
    case 'EPERM':
      return toSkipped({ code: 'no-permission' });
    default:
      return toSkipped({ code: 'system-error', errorCode: code });
  }
}
