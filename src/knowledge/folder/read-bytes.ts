import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { type FileProblem, toSkipped } from '../article/problem.ts';
import { explainReadError, readErrorCode } from './file-errors.ts';

/** Maximum size of an article file. A book has about 1 MB of text; larger files are mostly not articles. */
export const MAX_ARTICLE_BYTES = 5 * 1024 * 1024;

export type ReadResult =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

/**
 * Reads a regular file of at most {@link MAX_ARTICLE_BYTES}, or explains why it cannot. Never waits for another
 * process. A named pipe called `x.md` is rejected before it is opened. Should a pipe replace the file in between, it
 * is opened without blocking and then rejected.
 */
export async function readArticleBytes(realPath: string): Promise<ReadResult> {
  try {
    const before = await stat(realPath);
    if (!before.isFile()) return { kind: 'problem', problem: createSpecialFileProblem() };
    if (before.size > MAX_ARTICLE_BYTES) return { kind: 'problem', problem: createTooLargeProblem() };
    // Windows has no O_NONBLOCK, and keeps named pipes outside the file system.
    const handle = await open(realPath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readRegularFile(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { kind: 'problem', problem: explainReadError(readErrorCode(error), realPath) };
  }
}

async function readRegularFile(handle: FileHandle): Promise<ReadResult> {
  if (!(await handle.stat()).isFile()) return { kind: 'problem', problem: createSpecialFileProblem() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The size is counted again during reading: a log that grows would be read without end.
  for await (const chunk of handle.createReadStream({ autoClose: false, end: MAX_ARTICLE_BYTES })) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    chunks.push(bytes);
  }
  if (size > MAX_ARTICLE_BYTES) return { kind: 'problem', problem: createTooLargeProblem() };
  return { kind: 'bytes', bytes: Buffer.concat(chunks) };
}

function createSpecialFileProblem(): FileProblem {
  return toSkipped({ code: 'not-regular-file' });
}

function createTooLargeProblem(): FileProblem {
  return toSkipped({ code: 'too-large', maxMb: MAX_ARTICLE_BYTES / 1024 / 1024 });
}
