import {
  type AnsweringScope,
  type ThreadOptions,
  ThreadState,
  type VectorProgress,
} from '../base/thread-state.ts';
import { createAskingJobs } from './asking-jobs.ts';
import { createChangeJobs } from './change-jobs.ts';
import { createModeratingJobs } from './moderating-jobs.ts';
import { createOfferingJobs } from './offering-jobs.ts';
import { createOpeningJobs } from './opening-jobs.ts';
import { createOverlayJobs } from './overlay-jobs.ts';

interface UnderstandRequest {
  readonly scope: AnsweringScope;
  readonly maxMs: number;
}

/**
 * Creates the jobs of an answering thread: `listen`, then `build` or `hold`, and from then on any other. All
 * inputs and outputs are plain data.
 */
export function createAnsweringJobs(options: ThreadOptions) {
  const state = new ThreadState(options);
  return {
    /** Waits until the shared articles have vectors, or cannot have any, and then returns null. Returns the progress after `maxMs`. */
    understandShared: (maxMs: number): Promise<VectorProgress | null> => state.computeSharedVectors(maxMs),
    /** Does the same for the articles of a scope. */
    understand: ({ scope, maxMs }: UnderstandRequest): Promise<VectorProgress | null> =>
      state.awaitVectors(state.findContext(scope).base, maxMs),
    ...createOpeningJobs(state),
    ...createOverlayJobs(state),
    ...createAskingJobs(state),
    ...createOfferingJobs(state),
    ...createModeratingJobs(state),
    ...createChangeJobs(state),
  };
}

export type AnsweringJobs = ReturnType<typeof createAnsweringJobs>;
