import { type MessagePort, parentPort } from 'node:worker_threads';
import { castMessage, type JobReply, type JobRequest, type JobTable, toErrorFields } from './job.ts';

/** The other side of `WorkerThread`: does the jobs of `table` that come in, until the thread is ended. */
export function serveJobs(table: JobTable): void {
  if (parentPort === null) throw new TypeError('not in a worker thread');
  serveJobsOn(parentPort, table);
}

/** The other side of `JobPort`: does the jobs of `table` that come in on a port, until it is closed. */
export function serveJobsOn(port: MessagePort, table: JobTable): void {
  port.on('message', (request: JobRequest) => {
    void serveJob(table, request, port);
  });
}

/** Never rejects: also what cannot be copied is a failure of its job alone. */
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
  if (!Object.hasOwn(table, name)) throw new RangeError(`no job “${name}”`);
  const job: (input: unknown) => unknown = castMessage(table[name]);
  return job(input);
}
