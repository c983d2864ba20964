import { workerData } from 'node:worker_threads';
import { serveJobs } from '../threads/job-port.ts';
import { StepGate } from '../threads/step-gate.ts';
import { createEncoderJobs } from './encoder-jobs.ts';
import { type EncodersOptions, openEncoders } from './open-encoders.ts';

/** The data that the encoders' thread starts with. */
export interface EncoderWorkerData {
  readonly options: EncodersOptions;
  /** The memory of the gate of its steps. */
  readonly gate: SharedArrayBuffer;
}

const { options, gate }: EncoderWorkerData = workerData;

serveJobs(createEncoderJobs(openEncoders(options, new StepGate(gate))));
