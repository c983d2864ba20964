/** Runs one piece of work at a time. Urgent work goes before background work. */
export class UrgentFirstLock {
  readonly #urgent: (() => void)[] = [];
  readonly #background: (() => void)[] = [];
  #isTaken = false;

  /** Does `work` when it is its turn. Pieces of background work should be short: what has begun is not interrupted. */
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
      // The turn passes on without being free in between.
      if (next === undefined) this.#isTaken = false;
      else next();
    }
  }
}
