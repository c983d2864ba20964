import type { JobInput } from '../../threads/job.ts';
import type { FileJobs } from '../jobs/file-jobs.ts';
import type { Threads } from './threads.ts';

/** Storing the index of a million facts takes some seconds. */
const OPTIONS = { deadlineMs: 60_000 };

/** Stores an index, in a thread of its own. Whatever fails there costs the next start some time, and nothing else. */
export async function keepIndex(
  index: JobInput<FileJobs, 'keepIndex'>,
  { startFileThread }: Pick<Threads, 'startFileThread'>,
): Promise<void> {
  const thread = startFileThread();
  try {
    await thread.run('keepIndex', index, OPTIONS);
  } catch {
    // The folder cannot be written to, or the process is ending.
  } finally {
    await thread.end();
  }
}
