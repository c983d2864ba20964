/**
 * Goes through something whenever it is asked to: one pass at a time, and one more after it, however often that was asked for meanwhile.
 * What changed before it was asked for is seen by a pass that begins afterwards.
 */
export class Coalescer {
  readonly #pass: (signal: AbortSignal) => Promise<void>;
  readonly #stopping = new AbortController();
  #underWay: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  /** @param pass is to end soon once its signal is aborted */
  constructor(pass: (signal: AbortSignal) => Promise<void>) {
    this.#pass = pass;
  }

  /** Resolves, or fails as the pass does, once one that begins now or later has ended; at once where there will be none any more. */
  trigger(): Promise<void> {
    if (this.#underWay === null && this.#next === null) return this.#begin();
    const begin = (): Promise<void> => {
      this.#next = null;
      return this.#begin();
    };
    this.#next ??= (this.#underWay ?? Promise.resolve()).then(begin, begin);
    return this.#next;
  }

  /** No pass begins from now on, and the one under way is told to end. */
  stop(): void {
    this.#stopping.abort();
  }

  #begin(): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return Promise.resolve();
    this.#underWay = this.#pass(signal).finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }
}
