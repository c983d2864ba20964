import {
  castMessage,
  type JobInput,
  type JobName,
  type JobOutput,
  type JobTable,
  type JobThread,
  JobThreadError,
} from '../../src/threads/job.ts';
import { runJob } from '../../src/threads/job-port.ts';

/**
 * Runs jobs in the caller's own thread. Copies input and output as a worker does, but has no deadline and no limit,
 * because nothing could end it.
 */
export class SameThread<Jobs extends JobTable> implements JobThread<Jobs> {
  readonly #jobs: Jobs;
  #hasEnded = false;

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async run<Name extends JobName<Jobs>>(
    name: Name,
    input: JobInput<Jobs, Name>,
  ): Promise<JobOutput<Jobs, Name>> {
    if (this.#hasEnded) throw new JobThreadError('stopped', 'the thread was stopped');
    const output = await runJob(this.#jobs, name, structuredClone(input));
    return castMessage(structuredClone(output));
  }

  async end(): Promise<void> {
    this.#hasEnded = true;
  }
}
