import { Worker } from 'node:worker_threads';
import type { Knowledge } from './read-knowledge.ts';

/** A real folder of 5 MB files takes seconds; a file that was made to hold up the parser takes for ever. */
const MAX_READING_MS = 60_000;

/**
 * As `readKnowledge`, in a thread of its own: who is asking meanwhile is not kept waiting, whatever the files hold.
 *
 * @throws {Error} when the reading takes longer than a minute, or its thread fails
 */
export async function readKnowledgeAside(folder: string): Promise<Knowledge> {
  const worker = new Worker(new URL('./read-worker.js', import.meta.url), { workerData: folder });
  let deadline: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Knowledge>((resolve, reject) => {
      deadline = setTimeout(
        () => reject(new Error('reading the articles took over a minute')),
        MAX_READING_MS,
      );
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    clearTimeout(deadline);
    await worker.terminate();
  }
}
