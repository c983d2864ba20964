import { workerData } from 'node:worker_threads';
import { RemoteEncoders } from '../encoders/encoder-jobs.ts';
import { serveJobs } from '../threads/job-port.ts';
import { createAnsweringJobs } from './jobs/answering-jobs.ts';
import type { AnsweringWorkerData } from './lanes/threads.ts';

const { encoders }: AnsweringWorkerData = workerData;

serveJobs(
  createAnsweringJobs({
    encoders: encoders && new RemoteEncoders(encoders),
    now: () => new Date(),
    random: Math.random,
  }),
);
