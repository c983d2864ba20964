import { parentPort } from 'node:worker_threads';
import { errorFields } from './error-fields.ts';
import type { JobReply, JobRequest, JobTable } from './job.ts';

/** The other side of `WorkerThread`: does the jobs of `table` that come in, until the thread is ended. */
export function serveJobs(table: JobTable): void {
  const port = parentPort;
  if (port === null) throw new TypeError('not in a worker thread');
  port.on('message', (request: JobRequest) => {
    void replyTo(table, request).then((reply) => {
      try {
        port.postMessage(reply);
      } catch (error) {
        // What cannot be copied is a failure of its job alone.
        port.postMessage({ id: request.id, error: errorFields(error) } satisfies JobReply);
      }
    });
  });
}

async function replyTo(table: JobTable, { id, name, input }: JobRequest): Promise<JobReply> {
  try {
    return { id, output: await runJob(table, name, input) };
  } catch (error) {
    return { id, error: errorFields(error) };
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
  // Whoever sends it has the same table, so the input is of the job's type.
  return job(input as never);
}
