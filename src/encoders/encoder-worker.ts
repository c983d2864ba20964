import { workerData } from 'node:worker_threads';
import { serveJobs } from '../threads/serve-jobs.ts';
import { createEncoderJobs } from './encoder-jobs.ts';
import { type EncodersOptions, openEncoders } from './open-encoders.ts';

const options: EncodersOptions = workerData;

serveJobs(createEncoderJobs(openEncoders(options)));
