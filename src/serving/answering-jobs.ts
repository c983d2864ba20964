import type { AnsweringModels } from '../answering/answering-models.ts';
import { askingJobs } from './asking-jobs.ts';
import { moderatingJobs } from './moderating-jobs.ts';
import { openingJobs } from './opening-jobs.ts';
import { overlayJobs } from './overlay-jobs.ts';
import { ThreadState } from './thread-state.ts';

/**
 * What a thread does that answers questions: `listen`, then `build` or `hold`, and from then on whatever is asked. All that it takes and
 * gives is plain data.
 *
 * @param now the time, for overlays that are built
 */
export function createAnsweringJobs(models: AnsweringModels, now: () => Date) {
  const state = new ThreadState(models, now);
  return {
    /** What is wrong with the learned data; null where all is well. Where it is not, this is the only job. */
    findModelProblem: (): string | null => null,
    ...openingJobs(state),
    ...overlayJobs(state),
    ...askingJobs(state),
    ...moderatingJobs(state),
  };
}

export type AnsweringJobs = ReturnType<typeof createAnsweringJobs>;
