import { type MessagePort, parentPort } from 'node:worker_threads';
import { castMessage, type JobReply, type JobRequest, type JobTable, toErrorFields } from './job.ts';

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
