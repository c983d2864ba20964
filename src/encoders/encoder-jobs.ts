import type { MessagePort } from 'node:worker_threads';
import type { JobInput, JobName, JobOutput } from '../threads/job.ts';
import { JobPort, serveJobsOn } from '../threads/job-port.ts';
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

/** One message with the texts of all facts would block the thread that receives it. */
const TEXTS_AT_A_TIME = 32;

/** The encoders of another thread. */
export class RemoteEncoders implements Encoders {
  readonly #jobs: JobPort<EncodingJobs>;

  constructor(port: MessagePort) {
    this.#jobs = new JobPort(port);
  }

  embedQuestion(question: string): Promise<Float32Array> {
    return this.#run('embedQuestion', question);
  }

  async embedFacts(texts: readonly ReadText[]): Promise<readonly ByteVector[]> {
    const vectors: ByteVector[] = [];
    for (let at = 0; at < texts.length; at += TEXTS_AT_A_TIME)
      vectors.push(...(await this.#run('embedFacts', texts.slice(at, at + TEXTS_AT_A_TIME))));
    return vectors;
  }

  read(question: string, texts: readonly ReadText[]): Promise<readonly Judgement[]> {
    return this.#run('read', { question, texts });
  }

  async #run<Name extends JobName<EncodingJobs>>(
    name: Name,
    input: JobInput<EncodingJobs, Name>,
  ): Promise<JobOutput<EncodingJobs, Name>> {
    try {
      return await this.#jobs.run(name, input);
    } catch (cause) {
      const isGone = cause instanceof Error && cause.message === EncodersGoneError.message;
      if (isGone || this.#jobs.isClosed) throw new EncodersGoneError({ cause });
      throw cause;
    }
  }
}
