import type { MessagePort } from 'node:worker_threads';
import { serveJobsOn } from '../threads/serve-jobs.ts';
import {
  type ByteVector,
  type Encoders,
  EncodersGoneError,
  type Judgement,
  type ReadText,
} from './encoders.ts';

/** What the thread of the encoders does for those that answer, over a port for each. */
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

/** What stands for encoders that cannot run. */
const NONE: Encoders = { embedQuestion: rejectAsGone, embedFacts: rejectAsGone, read: rejectAsGone };

export type EncodingJobs = ReturnType<typeof createEncodingJobs>;

interface ReadInput {
  readonly question: string;
  readonly texts: readonly ReadText[];
}

/** What the main thread has the thread of the encoders do. */
export function createEncoderJobs(opening: Promise<Encoders>) {
  return {
    /** Why the encoders cannot run here; null where they can. */
    findProblem: (): Promise<string | null> =>
      opening.then(
        () => null,
        (error: Error) => error.message,
      ),
    /** Serves the thread at the other end of the port. Where the encoders cannot run, each job fails with that: a port closed early may go unnoticed. */
    async connect(port: MessagePort): Promise<void> {
      serveJobsOn(port, createEncodingJobs(await opening.catch(() => NONE)));
    },
  };
}

export type EncoderJobs = ReturnType<typeof createEncoderJobs>;
