/** A lock that runs one piece of work at a time. Urgent work goes before background work. */
export class UrgentFirstLock {
  readonly #urgent: (() => void)[] = [];
  readonly #background: (() => void)[] = [];
  #isTaken = false;

  /** Runs `work` when the lock is free. Background work should be short, because running work is not interrupted. */
  async run<Result>(
    work: () => Promise<Result>,
    { isUrgent }: { readonly isUrgent: boolean },
  ): Promise<Result> {
    if (this.#isTaken)
      await new Promise<void>((resolve) => (isUrgent ? this.#urgent : this.#background).push(resolve));
    this.#isTaken = true;
    try {
      return await work();
    } finally {
      const next = this.#urgent.shift() ?? this.#background.shift();
      // The lock passes to the next work without being free in between.
      if (next === undefined) this.#isTaken = false;
      else next();
    }
  }
}
