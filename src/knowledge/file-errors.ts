import { type Flaw, skipped } from './problem.ts';

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
      if (path.includes(REPLACED)) return notUtf8();
      return skipped({
        message: 'The file was gone before it could be read.',
        remedy: 'Refresh again once nobody is changing the folder.',
      });
    case 'EACCES':
    case 'EPERM':
      return skipped({
        message: 'The bot may not read this.',
        remedy: 'Give the account that runs the bot the right to read it.',
      });
    default:
      return skipped({
        message: `The system could not read this (${code}).`,
        remedy: 'Check the disk and the file, then refresh again.',
      });
  }
}

function notUtf8(): Flaw {
  return skipped({
    message: 'This name is not UTF-8, so the file or folder cannot be opened.',
    remedy: 'Rename it, in plain letters; “convmv” does so for many names at once.',
  });
}
