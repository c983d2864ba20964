import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { JobThreadError } from '../threads/job.ts';
import type { OverlaySummary } from './overlay-contents.ts';

/** A job that took too much time or memory and was broken off, or was refused since it had done so twice before. */
export interface JobOverrun {
  /** The server whose own articles it was asked of; null for the shared articles. */
  readonly serverId: string | null;
  readonly job: string;
  /** By which the log and the asker name it. */
  readonly jobId: string;
  /** Null where it was not even tried. */
  readonly cause: JobThreadError | null;
}

export interface GuardOptions {
  readonly newId: () => string;
  /** Told of each job that was too much; gives the error for whoever wanted it. */
  readonly onOverrun: (tooMuch: JobOverrun) => Error;
  /** Told when a server's own articles are set aside: until they change, only the shared ones answer there. */
  readonly onSetAside: (serverId: string) => void;
}

/** A job as it is asked of what answers in a place. */
export interface GuardedJob {
  readonly serverId: string | null;
  readonly name: string;
  /** By which the same job is recognised; for most jobs their input as it is. Short: it is put together on the main thread. */
  readonly key: unknown;
  /** What the server has of its own; null where only the shared articles answer. */
  readonly own: OverlaySummary | null;
  /** When the base that is asked was read. */
  readonly refreshedAt: Date;
  /** Whether that base serves, so that what it cannot do counts against the server's own articles. */
  readonly isServed: () => boolean;
}

/** Refuses jobs, and sets own articles of servers aside, that took too much time or memory twice. */
export class Guard {
  readonly #options: GuardOptions;
  readonly #strikes = new Strikes();

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** Whether a server's own articles are set aside, as they are now. */
  isSetAside(serverId: string, own: OverlaySummary): boolean {
    return this.#strikes.isSetAside(ownKey(serverId, own));
  }

  /**
   * Does a job unless it took too much twice, and counts it where it does so now.
   *
   * @throws {Error} what `onOverrun` gives; what `work` throws for other reasons
   */
  async run<Result>(job: GuardedJob, work: () => Promise<Result>): Promise<Result> {
    const { serverId, name, own } = job;
    const tooMuch = { serverId, job: name, jobId: this.#options.newId() };
    const isRefused = !this.#strikes.isEmpty && this.#strikes.isSetAside(inputKey(job));
    if (isRefused) throw this.#options.onOverrun({ ...tooMuch, cause: null });
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof JobThreadError && cause.isTooMuch)) throw cause;
      this.#strikes.add(inputKey(job));
      if (serverId !== null && own?.hasArticles && job.isServed()) this.#strike(serverId, own);
      throw this.#options.onOverrun({ ...tooMuch, cause });
    }
  }

  #strike(serverId: string, own: OverlaySummary): void {
    if (this.#strikes.add(ownKey(serverId, own))) this.#options.onSetAside(serverId);
  }
}

/** Names the own articles of a server as they are now: other changes there do not make them any better. */
function ownKey(serverId: string, { articlesHash }: OverlaySummary): string {
  return `own ${serverId} ${articlesHash}`;
}

/** Names an input as it is asked of this state of the articles. */
function inputKey({ refreshedAt, serverId, name, key, own }: GuardedJob): string {
  const text = JSON.stringify([refreshedAt, serverId, own?.articlesHash, name, key]);
  return createHash('sha256').update(text).digest('base64url');
}

/** What was too much so often is set aside. */
const MAX_STRIKES = 2;
const MAX_KEPT = 2_000;

/** Counts what took too much time or memory. What did it twice is set aside, until it is another version. */
export class Strikes {
  readonly #counts = new LRUCache<string, number>({ max: MAX_KEPT });

  /** Counts one; true the moment that this sets it aside. */
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
