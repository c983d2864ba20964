import { type ThreadOptions, ThreadState } from '../base/thread-state.ts';
import { createAskingJobs } from './asking-jobs.ts';
import { createOpeningJobs } from './opening-jobs.ts';
import { createOverlayJobs } from './overlay-jobs.ts';

/**
 * What a thread does that answers questions: `listen`, then `build` or `hold`, and from then on whatever is asked. All that it takes and
 * gives is plain data.
 */
export function createAnsweringJobs(options: ThreadOptions) {
  const state = new ThreadState(options);
  return {
    /** Waits until it is known what the shared articles mean, or that it cannot be. */
    understandShared: (): Promise<void> => state.understandShared(),
    ...createOpeningJobs(state),
    ...createOverlayJobs(state),
    ...createAskingJobs(state),
  };
}

export type AnsweringJobs = ReturnType<typeof createAnsweringJobs>;
