import {
  castMessage,
  type JobInput,
  type JobName,
  type JobOptions,
  type JobOutput,
  type JobTable,
  type JobThread,
  JobThreadError,
  type ThreadEnd,
} from '../../src/threads/job.ts';

/** A job that a fake thread received. */
interface Call {
  readonly name: string;
  readonly input: unknown;
  readonly deadlineMs: number;
}

/** A thread whose jobs a test answers itself. */
export class FakeThread<Jobs extends JobTable> implements JobThread<Jobs> {
  readonly calls: Call[] = [];
  hasEnded = false;
  readonly #answer: (call: Call) => unknown;
  readonly #rejects = new Set<(error: Error) => void>();

  /** @param answer what each job gives; where it is a promise the job waits for it */
  constructor(answer: (call: Call) => unknown) {
    this.#answer = answer;
  }

  /** The names of the received jobs, in order. */
  get names(): readonly string[] {
    return this.calls.map(({ name }) => name);
  }

  run<Name extends JobName<Jobs>>(
    name: Name,
    input: JobInput<Jobs, Name>,
    { deadlineMs }: JobOptions,
  ): Promise<JobOutput<Jobs, Name>> {
    if (this.hasEnded) return Promise.reject(new JobThreadError('stopped', 'ended before'));
    const call = { name, input, deadlineMs };
    this.calls.push(call);
    return new Promise((resolve, reject) => {
      this.#rejects.add(reject);
      // The test knows the result of this job.
      Promise.resolve(this.#answer(call)).then((output) => resolve(castMessage(output)), reject);
    });
  }

  /** Pending jobs fail with it, as in a real thread. */
  endBecause(reason: ThreadEnd): void {
    this.hasEnded = true;
    for (const reject of this.#rejects) reject(new JobThreadError(reason, `ended: ${reason}`));
    this.#rejects.clear();
  }

  async end(): Promise<void> {
    this.endBecause('stopped');
  }
}

/** A promise that a test can resolve. */
export class Deferred<Value> {
  readonly promise: Promise<Value>;
  #resolve: (value: Value) => void = ignore;

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  resolve(value: Value): void {
    this.#resolve(value);
  }
}

function ignore(): void {}
