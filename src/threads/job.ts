import type { MessagePort } from 'node:worker_threads';

/** Jobs by name. Each is a function of plain data, which `structuredClone` can copy. */
export type JobTable = Readonly<Record<string, (input: never) => unknown>>;

export type JobName<Jobs extends JobTable> = keyof Jobs & string;
export type JobInput<Jobs extends JobTable, Name extends JobName<Jobs>> = Parameters<Jobs[Name]>[0];
export type JobOutput<Jobs extends JobTable, Name extends JobName<Jobs>> = Awaited<ReturnType<Jobs[Name]>>;

/** Runs the jobs of one table in another thread, or in place of one. */
export interface JobThread<Jobs extends JobTable> {
  /**
   * Runs one job. Jobs may overlap where they wait for something.
   *
   * @throws {JobThreadError} when the thread ends before the job does; the thread is then of no further use
   * @throws {Error} what the job throws, with its message and stack
   */
  run<Name extends JobName<Jobs>>(
    name: Name,
    input: JobInput<Jobs, Name>,
    options: JobOptions,
  ): Promise<JobOutput<Jobs, Name>>;
  /** True when it runs no further jobs. */
  readonly hasEnded: boolean;
  /** Ends the thread at once, even during a job. Further calls do nothing. */
  end(): Promise<void>;
}

export interface JobOptions {
  /** A job that takes longer ends its thread. On a busy machine, the process's own work counts instead of the clock. */
  readonly deadlineMs: number;
  /** Ports of the input to transfer instead of copying; none by default. */
  readonly transfer?: readonly MessagePort[];
}

/** Why a thread ended: its job took too long, it used too much memory, it failed, or `end` was called. */
export type ThreadEnd = 'deadline' | 'memory' | 'failure' | 'stopped';

/** A job that was aborted because its thread ended. */
export class JobThreadError extends Error {
  override readonly name = 'JobThreadError';
  readonly reason: ThreadEnd;

  constructor(reason: ThreadEnd, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }

  /** True where the job itself needed too much time or memory, so that it would fail again. */
  get isTooMuch(): boolean {
    return this.reason === 'deadline' || this.reason === 'memory';
  }
}

/** The message that starts a job. */
export interface JobRequest {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

/** The message that ends a job. */
export type JobReply =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: ErrorFields };

/** An error as plain data. */
export interface ErrorFields {
  readonly message: string;
  readonly stack: string;
}

/** Returns any thrown value as plain data. */
export function toErrorFields(thrown: unknown): ErrorFields {
  const { message, stack = '' } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { message, stack };
}

/** Creates an error with the same message and stack, of this thread's class. */
export function rebuildError({ message, stack }: ErrorFields): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}

/**
 * Gives a message from another thread the type that its receiver declares, without a check: both threads run the same
 * code and share one table of jobs, but the compiler does not follow a message. Use it only for such messages.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the receiver alone knows the type
export function castMessage<Message>(message: unknown): Message {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this cast is the purpose of the function
  return message as Message;
}
