import { type FileProblem, toSkipped } from '../article/problem.ts';

/** Replaces bytes that are not UTF-8 in a path. Such a path leads nowhere. */
const REPLACED = '\ufffd';

/** Explains, from Node's error code, why the file or folder listed at `path` could not be read. */
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
