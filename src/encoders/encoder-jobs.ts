import type { MessagePort } from 'node:worker_threads';
import { serveJobsOn } from '../threads/serve-jobs.ts';
import type { ByteVector } from './byte-vector.ts';
import type { Encoders, Judgement, ReadText } from './encoders.ts';

/** What the thread of the encoders does for those that answer, over a port for each. */
export function encodingJobs(encoders: Encoders) {
  return {
    embedQuestion: (question: string): Promise<Float32Array> => encoders.embedQuestion(question),
    embedFacts: (texts: readonly ReadText[]): Promise<readonly ByteVector[]> => encoders.embedFacts(texts),
    read: ({ question, texts }: ReadInput): Promise<readonly Judgement[]> => encoders.read(question, texts),
  };
}

export type EncodingJobs = ReturnType<typeof encodingJobs>;

interface ReadInput {
  readonly question: string;
  readonly texts: readonly ReadText[];
}

/** What the main thread has the thread of the encoders do. */
export function encoderJobs(opening: Promise<Encoders>) {
  return {
    /** Why the encoders cannot run here; null where they can. */
    findProblem: (): Promise<string | null> =>
      opening.then(
        () => null,
        (error: Error) => error.message,
      ),
    /** Serves whoever holds the other end of the port, or closes it where the encoders cannot run. */
    async connect(port: MessagePort): Promise<void> {
      try {
        serveJobsOn(port, encodingJobs(await opening));
      } catch {
        port.close();
      }
    },
  };
}

export type EncoderJobs = ReturnType<typeof encoderJobs>;
