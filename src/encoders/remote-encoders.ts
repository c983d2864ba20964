import type { MessagePort } from 'node:worker_threads';
import type { JobInput, JobName, JobOutput } from '../threads/job.ts';
import { JobPort } from '../threads/job-port.ts';
import type { EncodingJobs } from './encoder-jobs.ts';
import {
  type ByteVector,
  type Encoders,
  EncodersGoneError,
  type Judgement,
  type ReadText,
} from './encoders.ts';

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
