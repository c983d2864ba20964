import type { JobName } from '../../threads/job.ts';
import type { AnsweringJobs } from '../jobs/answering-jobs.ts';

/**
 * The longest time in milliseconds that each job may take; an honest one takes a small part of it, also on a
 * busy machine.
 */
const DEADLINES_MS: Readonly<Partial<Record<JobName<AnsweringJobs>, number>>> = {
  // A million facts take 49 s on two busy cores.
  build: 180_000,
  gather: 60_000,
  openStored: 60_000,
  findFolderKey: 60_000,
  listen: 10_000,
  readTexts: 10_000,
  // 4 MB of articles take 3 s on a quiet machine, and three times as long beside other programs.
  loadOverlay: 20_000,
  groupQuestions: 15_000,
};
const DEADLINE_MS = 5_000;

/** Returns how many milliseconds a job may take before its thread is ended. */
export function getDeadlineMs(job: JobName<AnsweringJobs>): number {
  return DEADLINES_MS[job] ?? DEADLINE_MS;
}
