import type { MessagePort } from 'node:worker_threads';

/** Jobs by their names, as functions of plain data: what `structuredClone` copies. */
export type JobTable = Readonly<Record<string, (input: never) => unknown>>;

export type JobName<Jobs extends JobTable> = keyof Jobs & string;
export type JobInput<Jobs extends JobTable, Name extends JobName<Jobs>> = Parameters<Jobs[Name]>[0];
export type JobOutput<Jobs extends JobTable, Name extends JobName<Jobs>> = Awaited<ReturnType<Jobs[Name]>>;

/** Runs the jobs of one table somewhere else, or as if it were somewhere else. */
export interface JobThread<Jobs extends JobTable> {
  /**
   * Does one job. Jobs may overlap where they wait for something.
   *
   * @throws {JobThreadError} when the thread ends before the job does; the thread is of no use afterwards
   * @throws {Error} what the job throws, with its message and stack
   */
  run<Name extends JobName<Jobs>>(
    name: Name,
    input: JobInput<Jobs, Name>,
    options: JobOptions,
  ): Promise<JobOutput<Jobs, Name>>;
  /** Whether it does no job any more. */
  readonly hasEnded: boolean;
  /** Ends it at once, whatever it does. A second time does no harm. */
  end(): Promise<void>;
}

export interface JobOptions {
  /** A job that takes longer ends its thread; on a busy machine, by the work that the process did meanwhile. */
  readonly deadlineMs: number;
  /** What of the input is handed over instead of copied; nothing unless given. */
  readonly transfer?: readonly MessagePort[];
}

/** Why a thread ended: it took too long, took too much memory, failed by itself, or was told to end. */
export type ThreadEnd = 'deadline' | 'memory' | 'failure' | 'told';

/** A job that was broken off since its thread ended. */
export class JobThreadError extends Error {
  override readonly name = 'JobThreadError';
  readonly reason: ThreadEnd;

  constructor(reason: ThreadEnd, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }

  /** Whether the job itself was too much, so that it would be again. */
  get isTooMuch(): boolean {
    return this.reason === 'deadline' || this.reason === 'memory';
  }
}

/** What the main thread sends for one job. */
export interface JobRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** What comes back for it. */
export type JobReply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: ErrorFields };

/** An error as plain data. */
export interface ErrorFields {
  readonly message: string;
  readonly stack: string;
}

/** What was thrown, whatever it is. */
export function toErrorFields(thrown: unknown): ErrorFields {
  const { message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { message, stack };
}

/** An error that tells the same, of this thread's class. */
export function rebuildError({ message, stack }: ErrorFields): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}

/**
 * Takes what has come from another thread for whatever its receiver says that it is: both have the same table of jobs, but types end at the
 * border of a thread. Only what crosses it may be taken so.
 */
export function castMessage(given: unknown) {
  return Object({ value: given }).value;
}
