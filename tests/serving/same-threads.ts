import { createAnsweringJobs } from '../../src/serving/jobs/answering-jobs.ts';
import { fileJobs } from '../../src/serving/jobs/file-jobs.ts';
import type { AnsweringThread, Threads } from '../../src/serving/lanes/threads.ts';
import { SameThread } from '../threads/same-thread.ts';

/** The same jobs as in worker threads, in the caller's thread: nothing limits what they take. */
export function sameThreads(now: () => Date): Threads {
  const answering = (): AnsweringThread =>
    new SameThread(createAnsweringJobs({ encoders: null, now, random: () => 0 }));
  return {
    startShared: answering,
    startOwn: answering,
    startFileThread: () => new SameThread(fileJobs),
  };
}
