/** How long a look at the store may take. */
const PATIENCE_MS = 2_000;

/** Looks from time to time whether the store can be written. One look runs at a time. */
export class StoreProbe {
  readonly #write: () => Promise<unknown>;
  readonly #startTimer: (work: () => void, delayMs: number) => () => void;
  #problem: string | null = null;
  #isLooking = false;

  /**
   * @param write a cheap operation that fails where the store cannot be written; its errors tell the operator why
   * @param startTimer starts a timer, and returns the function that stops it
   */
  constructor(write: () => Promise<unknown>, startTimer: (work: () => void, delayMs: number) => () => void) {
    this.#write = write;
    this.#startTimer = startTimer;
  }

  /** Why the store could not be written at the last look, and what to do; null if it could. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Looks once; does nothing while a look is under way. Never rejects. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const stopTimer = this.#startTimer(() => {
      this.#problem = `The database did not answer within ${PATIENCE_MS / 1000} s. Look at its disk, its locks and its load.`;
    }, PATIENCE_MS);
    try {
      await this.#write();
      this.#problem = null;
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    } finally {
      stopTimer();
      this.#isLooking = false;
    }
  }
}
