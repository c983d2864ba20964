import { type MessagePort, Worker } from 'node:worker_threads';
import {
  castMessage,
  type JobInput,
  type JobName,
  type JobOptions,
  type JobOutput,
  type JobReply,
  type JobRequest,
  type JobTable,
  type JobThread,
  JobThreadError,
  rebuildError,
  type ThreadEnd,
  toErrorFields,
} from './job.ts';
import type { StepGate } from './step-gate.ts';

export interface WorkerThreadOptions {
  /** A compiled module that calls `serveJobs`. */
  readonly script: URL;
  /** The module's `workerData`. */
  readonly data?: unknown;
  /** Ports of `data` to transfer instead of copying; none by default. */
  readonly transfer?: readonly MessagePort[];
  /** Maximum size of its heap in megabytes. Beyond it, the thread ends. */
  readonly heapMb: number;
  /** The name that logs and debuggers show. */
  readonly name: string;
  /** The gate of the module's native steps, which never end with their thread; left out where it has none. */
  readonly gate?: StepGate;
}

/** Small semi-spaces keep a thread's memory close to what it really holds. */
const YOUNG_GENERATION_MB = 8;

/** How long the end of the process waits for a native step. A step takes some 15 ms, and loading a model some 500. */
const MAX_STEP_MS = 3_000;

/** While the process hardly works, a job may take this many times its deadline. */
const MAX_WAITS = 3;

interface PendingJob {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: NodeJS.Timeout;
}

/** Runs jobs in a worker thread, with a deadline for each job and a memory limit for all. */
export class WorkerThread<Jobs extends JobTable> implements JobThread<Jobs> {
  readonly #worker: Worker;
  readonly #gate: StepGate | null;
  readonly #pending = new Map<number, PendingJob>();
  #lastId = 0;
  #end: JobThreadError | null = null;

  constructor({ script, data, transfer = [], heapMb, name, gate }: WorkerThreadOptions) {
    this.#gate = gate ?? null;
    this.#worker = new Worker(script, {
      workerData: data,
      transferList: [...transfer],
      name,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    this.#worker.on('message', (reply: JobReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(createFailure(name, error)));
    this.#worker.on('exit', () => this.#fail(new JobThreadError('failure', `the thread “${name}” ended`)));
    if (gate !== undefined) this.#closeAtExit(gate);
    // The process may end while a thread is idle. The timer of a pending job keeps the process alive. Listeners added
    // later would undo this.
    this.#worker.unref();
  }

  get hasEnded(): boolean {
    return this.#end !== null;
  }

  run<Name extends JobName<Jobs>>(
    name: Name,
    input: JobInput<Jobs, Name>,
    { deadlineMs, transfer = [] }: JobOptions,
  ): Promise<JobOutput<Jobs, Name>> {
    if (this.#end !== null) return Promise.reject(this.#end);
    const id = ++this.#lastId;
    const output = new Promise<JobOutput<Jobs, Name>>((resolve, reject) => {
      const deadline = watchWork(deadlineMs, () => this.#giveUp(name, deadlineMs));
      this.#pending.set(id, { resolve: (given) => resolve(castMessage(given)), reject, deadline });
    });
    try {
      this.#worker.postMessage({ id, name, input } satisfies JobRequest, [...transfer]);
    } catch (cause) {
      this.#settle({ id, error: toErrorFields(cause) });
    }
    return output;
  }

  async end(): Promise<void> {
    this.#fail(new JobThreadError('stopped', 'the thread was stopped'));
    await this.#terminate();
  }

  /** Node.js ends all threads when the process ends, whichever way it was told to. */
  #closeAtExit(gate: StepGate): void {
    const close = (): void => gate.closeAndBlock(MAX_STEP_MS);
    process.once('exit', close);
    this.#worker.once('exit', () => process.off('exit', close));
  }

  async #terminate(): Promise<void> {
    await this.#gate?.close();
    await this.#worker.terminate();
  }

  #giveUp(name: string, deadlineMs: number): void {
    this.#fail(new JobThreadError('deadline', `“${name}” took over ${deadlineMs / 1000} seconds`));
    void this.#terminate();
  }

  #settle(reply: JobReply): void {
    const job = this.#pending.get(reply.id);
    if (job === undefined) return;
    this.#pending.delete(reply.id);
    clearTimeout(job.deadline);
    if ('error' in reply) job.reject(rebuildError(reply.error));
    else job.resolve(reply.output);
  }

  /** Only the first reason counts, because later errors follow from it. */
  #fail(error: JobThreadError): void {
    this.#end ??= error;
    for (const { reject, deadline } of this.#pending.values()) {
      clearTimeout(deadline);
      reject(this.#end);
    }
    this.#pending.clear();
  }
}

function createFailure(name: string, cause: Error): JobThreadError {
  const isMemory = 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  const reason: ThreadEnd = isMemory ? 'memory' : 'failure';
  return new JobThreadError(reason, `the thread “${name}” failed: ${cause.message}`, { cause });
}

/**
 * Calls `onOver` when the process has worked for `deadlineMs`, or when several times `deadlineMs` have passed. On a
 * busy machine, the clock alone says little.
 */
function watchWork(deadlineMs: number, onOver: () => void): NodeJS.Timeout {
  const atStart = process.cpuUsage();
  let waits = 0;
  const timer = setTimeout(() => {
    const { user, system } = process.cpuUsage(atStart);
    waits++;
    if ((user + system) / 1000 >= deadlineMs || waits >= MAX_WAITS) onOver();
    else timer.refresh();
  }, deadlineMs);
  return timer;
}
