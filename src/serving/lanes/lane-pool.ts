import { LRUCache } from 'lru-cache';
import { type JobInput, type JobName, type JobOutput, JobThreadError } from '../../threads/job.ts';
import type { AnsweringJobs } from '../jobs/answering-jobs.ts';
import { Lane } from './lane.ts';
import type { Resident } from './residents.ts';
import type { AnsweringThread } from './threads.ts';

export interface LanePoolOptions {
  /** The number of lanes, at least 1. A lane opens when it is needed. */
  readonly size: number;
  /** Starts a thread and prepares it. */
  readonly open: () => Promise<AnsweringThread>;
  /**
   * A lane that works on one job for longer than this, 250 ms unless given, no longer keeps the jobs of its
   * other owners.
   */
  readonly stuckMs?: number;
  /** Lanes end after this many milliseconds without a job, or null for never. */
  readonly idleMs: number | null;
}

export interface PoolJob<Name extends JobName<AnsweringJobs>> {
  readonly name: Name;
  readonly input: JobInput<AnsweringJobs, Name>;
  readonly deadlineMs: number;
  /** The owner of the job. Jobs of one owner never run at once, so that no owner can take all lanes. */
  readonly owner: string;
  /** The data that the thread must hold first. */
  readonly residents: readonly Resident[];
}

interface WaitingJob {
  readonly owner: string;
  readonly run: (lane: Lane) => Promise<void>;
  readonly refuse: (error: JobThreadError) => void;
}

const STUCK_MS = 250;
const MAX_HOMES = 10_000;

/**
 * Runs jobs on threads in the order in which they come. A stuck lane does not hold up other owners for long.
 */
export class LanePool {
  readonly #lanes: readonly Lane[];
  readonly #stuckMs: number;
  readonly #idleMs: number | null;
  readonly #waiting: WaitingJob[] = [];
  /** The last lane of each owner: it may still hold what the owner needs. */
  readonly #homes = new LRUCache<string, Lane>({ max: MAX_HOMES });
  #nextDispatch: NodeJS.Timeout | null = null;
  #idle: NodeJS.Timeout | null = null;
  #hasEnded = false;

  constructor({ size, open, stuckMs = STUCK_MS, idleMs }: LanePoolOptions) {
    this.#lanes = Array.from({ length: size }, () => new Lane(open));
    this.#stuckMs = stuckMs;
    this.#idleMs = idleMs;
  }

  /**
   * Runs a job as soon as a lane is free for it.
   *
   * @throws {JobThreadError} where the thread ended before the job was done, or the pool has ended
   * @throws {Error} what opening a lane, loading a resident or the job itself throws
   */
  run<Name extends JobName<AnsweringJobs>>(job: PoolJob<Name>): Promise<JobOutput<AnsweringJobs, Name>> {
    if (this.#hasEnded) return Promise.reject(createEndedError());
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        owner: job.owner,
        run: (lane) => lane.run(job).then(resolve, reject),
        refuse: reject,
      });
      this.#dispatch();
    });
  }

  /** Resolves once no job waits or runs. */
  async drain(): Promise<void> {
    while (this.#waiting.length > 0 || this.#lanes.some(({ isBusy }) => isBusy))
      await Promise.all(this.#lanes.map((lane) => lane.waitUntilIdle()));
  }

  /** Ends all threads at once, and refuses waiting jobs. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(createEndedError());
    if (this.#nextDispatch !== null) clearTimeout(this.#nextDispatch);
    if (this.#idle !== null) clearTimeout(this.#idle);
    await Promise.all(this.#lanes.map((lane) => lane.end()));
  }

  #dispatch(): void {
    if (this.#hasEnded) return;
    for (const lane of this.#lanes) {
      if (lane.isBusy) continue;
      const index = this.#waiting.findIndex(({ owner }) => this.#isSuitable(lane, owner));
      const [job] = index < 0 ? [] : this.#waiting.splice(index, 1);
      if (job === undefined) continue;
      this.#homes.set(job.owner, lane);
      void lane.take(job.owner, () => job.run(lane)).finally(() => this.#dispatch());
    }
    this.#scheduleDispatch();
  }

  /**
   * Returns whether a lane suits an owner: the owner's home does, and any other lane where the home is stuck.
   * Never two lanes at once.
   */
  #isSuitable(lane: Lane, owner: string): boolean {
    if (this.#lanes.some((other) => other !== lane && other.isBusy && other.owner === owner)) return false;
    const home = this.#homes.peek(owner);
    if (home === lane) return true;
    if (home === undefined) return this.#isBestFor(lane);
    return this.#isStuck(home);
  }

  /** Returns whether a lane suits a new owner: an open one does, unless all open ones are stuck. */
  #isBestFor(lane: Lane): boolean {
    return lane.isOpen || this.#lanes.every((other) => !other.isOpen || this.#isStuck(other));
  }

  #isStuck(lane: Lane): boolean {
    return lane.isBusy && lane.busyMs >= this.#stuckMs;
  }

  /** Dispatches again later: waiting jobs may suit another lane once their home is stuck. */
  #scheduleDispatch(): void {
    if (this.#nextDispatch !== null) clearTimeout(this.#nextDispatch);
    this.#nextDispatch =
      this.#waiting.length === 0 ? null : setTimeout(() => this.#dispatch(), this.#stuckMs);
    if (this.#idleMs === null) return;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#closeIdle(), this.#idleMs).unref();
  }

  #closeIdle(): void {
    for (const lane of this.#lanes) if (!lane.isBusy) void lane.end();
  }
}

function createEndedError(): JobThreadError {
  return new JobThreadError('stopped', 'the threads were stopped');
}
