/** Runs the work for one key one after the other, in the order of the calls. */
export class KeyedLock {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `work` after all earlier work for this key has ended, successfully or not. Returns the result of `work`. */
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    const leave = (): void => {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    };
    void mine.then(leave, leave);
    return mine;
  }
}

/**
 * Runs a task whenever it is triggered, one run at a time, and once more after the current run, however often it was triggered meanwhile.
 * Each trigger is followed by a run that starts after it, so that the run sees every earlier change.
 */
export class Coalescer {
  readonly #run: (signal: AbortSignal) => Promise<void>;
  readonly #stopping = new AbortController();
  #current: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  /** @param run must end soon after its signal is aborted */
  constructor(run: (signal: AbortSignal) => Promise<void>) {
    this.#run = run;
  }

  /**
   * Starts a run now or after the current one. Settles like that run when it has ended; resolves at once after `stop`.
   */
  trigger(): Promise<void> {
    if (this.#current === null && this.#next === null) return this.#begin();
    const begin = (): Promise<void> => {
      this.#next = null;
      return this.#begin();
    };
    this.#next ??= (this.#current ?? Promise.resolve()).then(begin, begin);
    return this.#next;
  }

  /** Starts no more runs, and aborts the signal of the current one. */
  stop(): void {
    this.#stopping.abort();
  }

  #begin(): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return Promise.resolve();
    this.#current = this.#run(signal).finally(() => {
      this.#current = null;
    });
    return this.#current;
  }
}
