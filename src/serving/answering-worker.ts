import { workerData } from 'node:worker_threads';
import { ModelFileError } from '../learned/model-file.ts';
import { serveJobs } from '../threads/serve-jobs.ts';
import { createAnsweringJobs } from './answering-jobs.ts';
import type { ModelBytes } from './model-files.ts';
import { decodeModels } from './models.ts';

const bytes: ModelBytes = workerData;

try {
  serveJobs(createAnsweringJobs(decodeModels(bytes), () => new Date()));
} catch (error) {
  if (!(error instanceof ModelFileError)) throw error;
  const { message } = error;
  serveJobs({ findModelProblem: () => message });
}
