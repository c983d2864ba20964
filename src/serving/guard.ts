import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { JobThreadError } from '../threads/job.ts';
import type { OverlaySummary } from './overlay-contents.ts';

/**
 * A job that was ended because it took too much time or memory, or was refused because it had done so twice
 * before.
 */
export interface JobOverrun {
  /** The server whose own articles the job used, or null for the shared articles. */
  readonly serverId: string | null;
  readonly job: string;
  /** The id by which the log and the asker name the job. */
  readonly jobId: string;
  /** Null where the job was not even tried. */
  readonly cause: JobThreadError | null;
}

export interface GuardOptions {
  readonly newId: () => string;
  /** Receives each such job, and returns the error for its caller. */
  readonly onOverrun: (overrun: JobOverrun) => Error;
  /**
   * Receives each server whose own articles are set aside: until they change, only the shared ones answer there.
   */
  readonly onSetAside: (serverId: string) => void;
}

/** A job of a base, with all that the guard needs to know. */
export interface GuardedJob {
  readonly serverId: string | null;
  readonly name: string;
  /** Identifies the job; for most jobs their input. Short, because the main thread serialises it. */
  readonly key: unknown;
  /** What the server has of its own, or null if only the shared articles answer. */
  readonly own: OverlaySummary | null;
  /** When the base of the job was read. */
  readonly refreshedAt: Date;
  /** Returns whether the base still serves, so that a failure counts against the server's own articles. */
  readonly isServed: () => boolean;
}

/**
 * Refuses jobs that took too much time or memory twice, and sets aside own articles of servers whose jobs
 * did.
 */
export class Guard {
  readonly #options: GuardOptions;
  readonly #strikes = new Strikes();

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** Returns whether a server's own articles, in their present version, are set aside. */
  isSetAside(serverId: string, own: OverlaySummary): boolean {
    return this.#strikes.isSetAside(toOwnKey(serverId, own));
  }

  /**
   * Runs a job unless it took too much twice before, and counts it where it does so now.
   *
   * @throws {Error} what `onOverrun` gives; what `work` throws for other reasons
   */
  async run<Result>(job: GuardedJob, work: () => Promise<Result>): Promise<Result> {
    const { serverId, name, own } = job;
    const overrun = { serverId, job: name, jobId: this.#options.newId() };
    const isRefused = !this.#strikes.isEmpty && this.#strikes.isSetAside(toInputKey(job));
    if (isRefused) throw this.#options.onOverrun({ ...overrun, cause: null });
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof JobThreadError && cause.isTooMuch)) throw cause;
      this.#strikes.add(toInputKey(job));
      if (serverId !== null && own?.hasArticles && job.isServed()) this.#strike(serverId, own);
      throw this.#options.onOverrun({ ...overrun, cause });
    }
  }

  #strike(serverId: string, own: OverlaySummary): void {
    if (this.#strikes.add(toOwnKey(serverId, own))) this.#options.onSetAside(serverId);
  }
}

/**
 * Names the present version of a server's own articles: other changes in the server do not make them any
 * better.
 */
function toOwnKey(serverId: string, { articlesHash }: OverlaySummary): string {
  return `own ${serverId} ${articlesHash}`;
}

/** Names the input of a job together with the version of the articles. */
function toInputKey({ refreshedAt, serverId, name, key, own }: GuardedJob): string {
  const text = JSON.stringify([refreshedAt, serverId, own?.articlesHash, name, key]);
  return createHash('sha256').update(text).digest('base64url');
}

/** After this many overruns a job or a server's articles are set aside. */
const MAX_STRIKES = 2;
const MAX_KEPT = 2_000;

/** Counts overruns by key. A key with two overruns is set aside; another version has another key. */
export class Strikes {
  readonly #counts = new LRUCache<string, number>({ max: MAX_KEPT });

  /** Counts one overrun; returns true where this one sets the key aside. */
  add(key: string): boolean {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count === MAX_STRIKES;
  }

  isSetAside(key: string): boolean {
    return (this.#counts.peek(key) ?? 0) >= MAX_STRIKES;
  }

  /** Whether nothing has ever been counted. */
  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }
}
