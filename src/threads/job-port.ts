import { type MessagePort, parentPort } from 'node:worker_threads';
import {
  castMessage,
  type JobInput,
  type JobName,
  type JobOutput,
  type JobReply,
  type JobRequest,
  type JobTable,
  rebuildError,
  toErrorFields,
} from './job.ts';

interface PendingJob {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Runs jobs on the other side of a port, where `serveJobsOn` serves them. Callers set their own deadlines. */
export class JobPort<Jobs extends JobTable> {
  readonly #port: MessagePort;
  readonly #pending = new Map<number, PendingJob>();
  #lastId = 0;
  #isClosed = false;

  constructor(port: MessagePort) {
    this.#port = port;
    port.on('message', (reply: JobReply) => this.#settle(reply));
    port.on('close', () => this.#refuseAll());
    // The port alone keeps no thread alive.
    port.unref();
  }

  /**
   * Runs one job.
   *
   * @throws {Error} what the job throws, with its message and stack; another error when the other side has gone
   */
  run<Name extends JobName<Jobs>>(name: Name, input: JobInput<Jobs, Name>): Promise<JobOutput<Jobs, Name>> {
    if (this.#isClosed) return Promise.reject(createGoneError());
    const id = ++this.#lastId;
    return new Promise<JobOutput<Jobs, Name>>((resolve, reject) => {
      this.#pending.set(id, { resolve: (output) => resolve(castMessage(output)), reject });
      this.#port.postMessage({ id, name, input } satisfies JobRequest);
    });
  }

  /** True when the other side has gone. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  #settle(reply: JobReply): void {
    const job = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if ('error' in reply) job?.reject(rebuildError(reply.error));
    else job?.resolve(reply.output);
  }

  #refuseAll(): void {
    this.#isClosed = true;
    for (const { reject } of this.#pending.values()) reject(createGoneError());
    this.#pending.clear();
  }
}

function createGoneError(): Error {
  return new Error('the thread that does these jobs has ended');
}

/** Serves the jobs of `table` for a `WorkerThread`, until the thread ends. */
export function serveJobs(table: JobTable): void {
  if (parentPort === null) throw new TypeError('not in a worker thread');
  serveJobsOn(parentPort, table);
}

/** Serves the jobs of `table` for a `JobPort`, until the port closes. */
export function serveJobsOn(port: MessagePort, table: JobTable): void {
  port.on('message', (request: JobRequest) => {
    void serveJob(table, request, port);
  });
}

/** Runs one job and sends its result. Never rejects: a result that cannot be copied fails only its own job. */
async function serveJob(table: JobTable, request: JobRequest, port: MessagePort): Promise<void> {
  const { id, name, input } = request;
  try {
    port.postMessage({ id, output: await runJob(table, name, input) } satisfies JobReply);
  } catch (error) {
    port.postMessage({ id, error: toErrorFields(error) } satisfies JobReply);
  }
}

/**
 * Runs one job by its name.
 *
 * @throws {RangeError} when the table has no job of this name
 */
export function runJob(table: JobTable, name: string, input: unknown): unknown {
  const job = Object.hasOwn(table, name) ? table[name] : undefined;
  if (job === undefined) throw new RangeError(`no job “${name}”`);
  // `never` is the one type that every job of a table takes; the sender's types made sure that the input is this job's.
  return job(castMessage<never>(input));
}
