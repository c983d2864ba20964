import { Worker } from 'node:worker_threads';
import type { ArticleFile } from './read-files.ts';
import type { Knowledge } from './read-knowledge.ts';

/** A real folder of 5 MB files takes seconds; a file that was made to hold up the parser takes for ever. */
const MAX_READING_MS = 60_000;

/** What there is to read: a folder, or files that were handed over. */
export type Reading = { readonly folder: string } | { readonly files: readonly ArticleFile[] };

/**
 * As `readKnowledge`, in a thread of its own: who is asking meanwhile is not kept waiting, whatever the files hold.
 *
 * @throws {Error} when the reading takes longer than a minute, or its thread fails
 */
export function readKnowledgeAside(folder: string): Promise<Knowledge> {
  return readAside({ folder }, MAX_READING_MS);
}

/**
 * As `readFiles`, in a thread of its own.
 *
 * @throws {ReadingTooLongError} when it takes longer than `maxMs`
 * @throws {Error} when the thread fails
 */
export function readFilesAside(files: readonly ArticleFile[], maxMs = MAX_READING_MS): Promise<Knowledge> {
  return readAside({ files }, maxMs);
}

/** The reading was broken off. */
export class ReadingTooLongError extends Error {
  override readonly name = 'ReadingTooLongError';
}

async function readAside(reading: Reading, maxMs: number): Promise<Knowledge> {
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), { workerData: reading });
  let deadline: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Knowledge>((resolve, reject) => {
      const tooLong = new ReadingTooLongError(`reading the articles took over ${maxMs / 1000} seconds`);
      deadline = setTimeout(() => reject(tooLong), maxMs);
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    clearTimeout(deadline);
    await worker.terminate();
  }
}
