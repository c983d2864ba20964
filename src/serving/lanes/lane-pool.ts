import { LRUCache } from 'lru-cache';
import { type JobInput, type JobName, type JobOutput, JobThreadError } from '../../threads/job.ts';
import type { AnsweringJobs } from '../jobs/answering-jobs.ts';
import { Lane } from './lane.ts';
import type { Resident } from './residents.ts';
import type { AnsweringThread } from './threads.ts';

export interface LanePoolOptions {
  /** At least 1. Lanes are opened when they are needed. */
  readonly size: number;
  /** Starts a thread and makes it ready. */
  readonly open: () => Promise<AnsweringThread>;
  /** A lane that works on one job for longer than this, 250 ms unless given, no longer keeps the jobs of its other owners. */
  readonly stuckMs?: number;
  /** Lanes end where no job came for so long; null for never. */
  readonly idleMs: number | null;
}

export interface PoolJob<Name extends JobName<AnsweringJobs>> {
  readonly name: Name;
  readonly input: JobInput<AnsweringJobs, Name>;
  readonly deadlineMs: number;
  /** Whose job it is: those of one owner never run at once, so that no owner can take all lanes. */
  readonly owner: string;
  /** What the thread must hold before. */
  readonly residents: readonly Resident[];
}

interface WaitingJob {
  readonly owner: string;
  readonly run: (lane: Lane) => Promise<void>;
  readonly refuse: (error: JobThreadError) => void;
}

const STUCK_MS = 250;
const MAX_HOMES = 10_000;

/** Threads that take jobs in the order in which they come. What is stuck in one lane does not hold up other owners for long. */
export class LanePool {
  readonly #lanes: readonly Lane[];
  readonly #stuckMs: number;
  readonly #idleMs: number | null;
  readonly #waiting: WaitingJob[] = [];
  /** Where each owner was last: what it needs may still be there. */
  readonly #homes = new LRUCache<string, Lane>({ max: MAX_HOMES });
  #look: NodeJS.Timeout | null = null;
  #idle: NodeJS.Timeout | null = null;
  #hasEnded = false;

  constructor({ size, open, stuckMs = STUCK_MS, idleMs }: LanePoolOptions) {
    this.#lanes = Array.from({ length: size }, () => new Lane(open));
    this.#stuckMs = stuckMs;
    this.#idleMs = idleMs;
  }

  /**
   * Does a job as soon as a lane is free for it.
   *
   * @throws {JobThreadError} where the thread ended before the job was done, or the pool has ended
   * @throws {Error} what opening a lane, loading what it needs or the job itself throws
   */
  run<Name extends JobName<AnsweringJobs>>(job: PoolJob<Name>): Promise<JobOutput<AnsweringJobs, Name>> {
    if (this.#hasEnded) return Promise.reject(endedError());
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        owner: job.owner,
        run: (lane) => lane.run(job).then(resolve, reject),
        refuse: reject,
      });
      this.#dispatch();
    });
  }

  /** Resolves once nothing waits and nothing is done any more. */
  async drain(): Promise<void> {
    while (this.#waiting.length > 0 || this.#lanes.some(({ isBusy }) => isBusy))
      await Promise.all(this.#lanes.map((lane) => lane.waitUntilIdle()));
  }

  /** Ends all threads at once, and refuses what waits. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(endedError());
    if (this.#look !== null) clearTimeout(this.#look);
    if (this.#idle !== null) clearTimeout(this.#idle);
    await Promise.all(this.#lanes.map((lane) => lane.end()));
  }

  #dispatch(): void {
    if (this.#hasEnded) return;
    for (const lane of this.#lanes) {
      if (lane.isBusy) continue;
      const place = this.#waiting.findIndex(({ owner }) => this.#suits(lane, owner));
      const [job] = place < 0 ? [] : this.#waiting.splice(place, 1);
      if (job === undefined) continue;
      this.#homes.set(job.owner, lane);
      void lane.take(job.owner, () => job.run(lane)).finally(() => this.#dispatch());
    }
    this.#lookAgain();
  }

  /** Its home suits an owner, and any other lane where its home is stuck; never a second one at once. */
  #suits(lane: Lane, owner: string): boolean {
    if (this.#lanes.some((other) => other !== lane && other.isBusy && other.owner === owner)) return false;
    const home = this.#homes.peek(owner);
    if (home === lane) return true;
    if (home === undefined) return this.#isBestFor(lane);
    return this.#isStuck(home);
  }

  /** A newcomer goes to a lane that is open already, unless all of these are stuck. */
  #isBestFor(lane: Lane): boolean {
    return lane.isOpen || this.#lanes.every((other) => !other.isOpen || this.#isStuck(other));
  }

  #isStuck(lane: Lane): boolean {
    return lane.isBusy && lane.busyMs >= this.#stuckMs;
  }

  /** What waits may suit another lane once its home is stuck. */
  #lookAgain(): void {
    if (this.#look !== null) clearTimeout(this.#look);
    this.#look = this.#waiting.length === 0 ? null : setTimeout(() => this.#dispatch(), this.#stuckMs);
    if (this.#idleMs === null) return;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#closeIdle(), this.#idleMs).unref();
  }

  #closeIdle(): void {
    for (const lane of this.#lanes) if (!lane.isBusy) void lane.end();
  }
}

function endedError(): JobThreadError {
  return new JobThreadError('told', 'the threads were told to end');
}
