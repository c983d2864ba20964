import { type ThreadOptions, ThreadState } from '../base/thread-state.ts';
import { createAskingJobs, createModeratingJobs } from './asking-jobs.ts';
import { createOpeningJobs } from './opening-jobs.ts';
import { createOverlayJobs } from './overlay-jobs.ts';

/**
 * Creates the jobs of an answering thread: `listen`, then `build` or `hold`, and from then on any other. All
 * inputs and outputs are plain data.
 */
export function createAnsweringJobs(options: ThreadOptions) {
  const state = new ThreadState(options);
  return {
    /** Waits until the shared articles have vectors, or cannot have any. */
    understandShared: (): Promise<void> => state.computeSharedVectors(),
    ...createOpeningJobs(state),
    ...createOverlayJobs(state),
    ...createAskingJobs(state),
    ...createModeratingJobs(state),
  };
}

export type AnsweringJobs = ReturnType<typeof createAnsweringJobs>;
