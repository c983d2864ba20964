import type { JobInput, JobName, JobOutput } from '../../threads/job.ts';
import type { AnsweringJobs } from '../jobs/answering-jobs.ts';
import { type Resident, Residents } from './residents.ts';
import type { AnsweringThread } from './threads.ts';

interface LaneJob<Name extends JobName<AnsweringJobs>> {
  readonly name: Name;
  readonly input: JobInput<AnsweringJobs, Name>;
  readonly deadlineMs: number;
  readonly residents: readonly Resident[];
}

/** The thread could not be prepared for a job, which is not the job's fault. */
class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
}

/** Runs one job at a time on one thread. The next job replaces a thread that has ended. */
export class Lane {
  /** The data that the thread holds. */
  readonly residents = new Residents();
  readonly #open: () => Promise<AnsweringThread>;
  #thread: Promise<AnsweringThread> | null = null;
  #busy: { readonly owner: string; readonly sinceMs: number } | null = null;
  #finished: Promise<void> = Promise.resolve();

  constructor(open: () => Promise<AnsweringThread>) {
    this.#open = open;
  }

  get isOpen(): boolean {
    return this.#thread !== null;
  }

  get isBusy(): boolean {
    return this.#busy !== null;
  }

  /** The owner of the running job, or null for none. */
  get owner(): string | null {
    return this.#busy?.owner ?? null;
  }

  /** For how many milliseconds the job has been running; 0 for none. */
  get busyMs(): number {
    return this.#busy === null ? 0 : performance.now() - this.#busy.sinceMs;
  }

  /** Resolves once the running job is done. */
  waitUntilIdle(): Promise<void> {
    return this.#finished;
  }

  /** Marks the lane as busy for an owner while `work` goes on; never rejects. */
  async take(owner: string, work: () => Promise<void>): Promise<void> {
    this.#busy = { owner, sinceMs: performance.now() };
    this.#finished = work().finally(() => {
      this.#busy = null;
    });
    await this.#finished;
  }

  /** Runs one job once the thread holds what it needs. */
  async run<Name extends JobName<AnsweringJobs>>({
    name,
    input,
    deadlineMs,
    residents,
  }: LaneJob<Name>): Promise<JobOutput<AnsweringJobs, Name>> {
    const thread = await this.#prepareThread();
    try {
      for (const resident of residents) await this.#load(resident, thread);
      return await thread.run(name, input, { deadlineMs });
    } catch (error) {
      if (thread.hasEnded) await this.end();
      throw error;
    }
  }

  /** @throws {NotReadyError} where data fails to load that no member of the job's server made */
  async #load(resident: Resident, thread: AnsweringThread): Promise<void> {
    try {
      await this.residents.load(resident, thread);
    } catch (cause) {
      if (resident.isOwn) throw cause;
      throw new NotReadyError(`“${resident.key}” could not be loaded`, { cause });
    }
  }

  /** Ends the thread; the next job gets another one. */
  async end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    this.residents.clear();
    try {
      await (await thread)?.end();
    } catch {
      // The thread could not be opened; the caller was told.
    }
  }

  async #prepareThread(): Promise<AnsweringThread> {
    const open = this.#thread ?? this.#open();
    this.#thread = open;
    try {
      const thread = await open;
      if (!thread.hasEnded) return thread;
    } catch (cause) {
      if (this.#thread === open) this.#thread = null;
      throw new NotReadyError('the thread could not be opened', { cause });
    }
    await this.end();
    return this.#prepareThread();
  }
}
