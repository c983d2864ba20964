import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { EncoderJobs } from '../../encoders/encoder-jobs.ts';
import type { EncoderWorkerData } from '../../encoders/encoder-worker.ts';
import { disableEngineTelemetry } from '../../encoders/engine-telemetry.ts';
import type { EncodersOptions } from '../../encoders/open-encoders.ts';
import { locateCompiledFile } from '../../threads/compiled-file.ts';
import type { JobThread } from '../../threads/job.ts';
import { StepGate } from '../../threads/step-gate.ts';
import { WorkerThread } from '../../threads/worker-thread.ts';
import type { AnsweringJobs } from '../jobs/answering-jobs.ts';
import type { FileJobs } from '../jobs/file-jobs.ts';

export type AnsweringThread = JobThread<AnsweringJobs>;
export type FileThread = JobThread<FileJobs>;
export type EncoderThread = JobThread<EncoderJobs>;

/** Starts the threads that serving needs. */
export interface Threads {
  /** Starts a thread that answers from the shared articles of the folder, however many there are. */
  readonly startShared: () => AnsweringThread;
  /** Starts a thread that answers in servers with articles of their own. */
  readonly startOwn: () => AnsweringThread;
  /** Starts a thread that reads article files. */
  readonly startFileThread: () => FileThread;
}

/** Building a million facts takes 1.2 GB. */
const SHARED_HEAP_MB = 4_096;
/** Overlays weigh at most 100,000 facts together, which take some 170 MB. Shared articles lie outside the heap, but for some 40 MB. */
const OWN_HEAP_MB = 1_024;
/** Honest files of a megabyte take up to 330 MB while they are read. */
const FILE_HEAP_MB = 512;
/** Room for the remembered vectors of a million facts; the encoders lie outside the heap. */
const ENCODER_HEAP_MB = 1_024;

/** The data that an answering thread starts with. */
export interface AnsweringWorkerData {
  /** The port to ask the encoders on, or null if words alone answer. */
  readonly encoders: MessagePort | null;
}

/** Starting the engine and loading the encoders takes 0.6 s on a quiet machine. */
const CONNECT_OPTIONS = { deadlineMs: 60_000 };

/** Starts the thread of the encoders, which serves all other threads. */
export function startEncoders(options: EncodersOptions): EncoderThread {
  disableEngineTelemetry();
  const gate = new StepGate();
  return new WorkerThread<EncoderJobs>({
    script: locateCompiledFile('encoders/encoder-worker'),
    data: { options, gate: gate.memory } satisfies EncoderWorkerData,
    gate,
    heapMb: ENCODER_HEAP_MB,
    name: 'encoders',
  });
}

/**
 * Creates the starters of real worker threads.
 *
 * @param encoders the thread that answering threads ask, or null if words alone answer
 */
export function createWorkerThreads(encoders: EncoderThread | null): Threads {
  const answering = (name: string, heapMb: number): AnsweringThread => {
    const port = encoders && connectEncoders(encoders);
    const data: AnsweringWorkerData = { encoders: port };
    const transfer = port === null ? [] : [port];
    const script = locateCompiledFile('serving/answering-worker');
    return new WorkerThread<AnsweringJobs>({ script, data, transfer, heapMb, name });
  };
  return {
    startShared: () => answering('shared articles', SHARED_HEAP_MB),
    startOwn: () => answering('own articles', OWN_HEAP_MB),
    startFileThread: () =>
      new WorkerThread<FileJobs>({
        script: locateCompiledFile('serving/file-worker'),
        heapMb: FILE_HEAP_MB,
        name: 'files',
      }),
  };
}

/** Returns a port to ask the encoders on. It closes when their thread ends. */
function connectEncoders(encoders: EncoderThread): MessagePort {
  const { port1, port2 } = new MessageChannel();
  encoders.run('connect', port1, { ...CONNECT_OPTIONS, transfer: [port1] }).catch(() => port2.close());
  return port2;
}
