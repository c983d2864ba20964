/** Lets what is done to one thing happen one after the other, in the order in which it was asked for. */
export class KeyedLock {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does `work` once all that was asked for under this key before has ended, well or not; gives what it gives. */
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
