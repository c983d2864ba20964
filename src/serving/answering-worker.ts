import { workerData } from 'node:worker_threads';
import { RemoteEncoders } from '../encoders/remote-encoders.ts';
import { ModelFileError } from '../learned/model-file.ts';
import { serveJobs } from '../threads/serve-jobs.ts';
import { createAnsweringJobs } from './answering-jobs.ts';
import { decodeModels } from './models.ts';
import type { AnsweringWorkerData } from './threads.ts';

const { models, encoders }: AnsweringWorkerData = workerData;

try {
  serveJobs(
    createAnsweringJobs({
      models: decodeModels(models),
      encoders: encoders && new RemoteEncoders(encoders),
      now: () => new Date(),
    }),
  );
} catch (error) {
  if (!(error instanceof ModelFileError)) throw error;
  const { message } = error;
  serveJobs({ findModelProblem: () => message });
}
