import type { MessagePort } from 'node:worker_threads';
import { serveJobsOn } from '../threads/serve-jobs.ts';
import {
  type ByteVector,
  type Encoders,
  EncodersGoneError,
  type Judgement,
  type ReadText,
} from './encoders.ts';

/** Creates the jobs that the encoders' worker runs for each answering worker, over a port of its own. */
export function createEncodingJobs(encoders: Encoders) {
  return {
    embedQuestion: (question: string): Promise<Float32Array> => encoders.embedQuestion(question),
    embedFacts: (texts: readonly ReadText[]): Promise<readonly ByteVector[]> => encoders.embedFacts(texts),
    read: ({ question, texts }: ReadInput): Promise<readonly Judgement[]> => encoders.read(question, texts),
  };
}

function rejectAsGone(): Promise<never> {
  return Promise.reject(new EncodersGoneError());
}

/** Stands in for encoders that cannot run. */
const NONE: Encoders = { embedQuestion: rejectAsGone, embedFacts: rejectAsGone, read: rejectAsGone };

export type EncodingJobs = ReturnType<typeof createEncodingJobs>;

interface ReadInput {
  readonly question: string;
  readonly texts: readonly ReadText[];
}

/** Creates the jobs that the encoders' worker runs for the main thread. */
export function createEncoderJobs(opening: Promise<Encoders>) {
  return {
    /** Tells why the encoders cannot run here, or null if they can. */
    findProblem: (): Promise<string | null> =>
      opening.then(
        () => null,
        (error: Error) => error.message,
      ),
    /**
     * Serves the worker at the other end of the port. If the encoders cannot run, each job fails with that reason: a worker may not
     * notice a port that was closed early.
     */
    async connect(port: MessagePort): Promise<void> {
      serveJobsOn(port, createEncodingJobs(await opening.catch(() => NONE)));
    },
  };
}

export type EncoderJobs = ReturnType<typeof createEncoderJobs>;
