import { type Flaw, skipped } from '../article/problem.ts';

/** Node's code of a failed file operation (`ENOENT`), or a description of whatever else was thrown. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

/** Stands in a path for bytes that are not UTF-8: the path leads to nothing then. */
const REPLACED = '\ufffd';

/** Why the file or folder that was listed at `path` could not be read, from Node's error code. */
export function unreadable(code: string, path: string): Flaw {
  switch (code) {
    case 'ENOENT':
      if (path.includes(REPLACED)) return skipped({ code: 'name-not-utf8' });
      return skipped({ code: 'file-gone' });
    case 'EACCES':
    case 'EPERM':
      return skipped({ code: 'no-permission' });
    default:
      return skipped({ code: 'system-error', errorCode: code });
  }
}
