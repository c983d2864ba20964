import { compiledFile } from '../threads/compiled-file.ts';
import type { JobThread } from '../threads/job.ts';
import { WorkerThread } from '../threads/worker-thread.ts';
import type { AnsweringJobs } from './answering-jobs.ts';
import type { ModelBytes } from './model-files.ts';
import type { ReaderJobs } from './reader-jobs.ts';

export type AnsweringThread = JobThread<AnsweringJobs>;
export type ReaderThread = JobThread<ReaderJobs>;

/** Starts the threads that serving needs. */
export interface Threads {
  /** Answers from the shared articles of the folder, however many these are. */
  readonly startShared: () => AnsweringThread;
  /** Answers in servers that have articles of their own. */
  readonly startOwn: () => AnsweringThread;
  /** Reads article files. */
  readonly startReader: () => ReaderThread;
}

/** A million facts take 1.2 GB. */
const SHARED_HEAP_MB = 4_096;
/** Overlays weigh at most 200,000 facts together, which take some 300 MB. */
const OWN_HEAP_MB = 1_024;
/** Honest files of a megabyte take up to 330 MB while they are read. */
const READER_HEAP_MB = 512;

/**
 * Real worker threads.
 *
 * @param models shared by all of them
 */
export function workerThreads(models: ModelBytes): Threads {
  const answering = (name: string, heapMb: number): AnsweringThread =>
    new WorkerThread<AnsweringJobs>({
      script: compiledFile('serving/answering-worker'),
      data: models,
      heapMb,
      name,
    });
  return {
    startShared: () => answering('shared articles', SHARED_HEAP_MB),
    startOwn: () => answering('own articles', OWN_HEAP_MB),
    startReader: () =>
      new WorkerThread<ReaderJobs>({
        script: compiledFile('serving/reader-worker'),
        heapMb: READER_HEAP_MB,
        name: 'reader',
      }),
  };
}
