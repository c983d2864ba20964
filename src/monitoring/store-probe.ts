/** How long a look at the store may take. */
const PATIENCE_MS = 2_000;

/** Looks from time to time whether the store answers. One look runs at a time. */
export class StoreProbe {
  readonly #read: () => Promise<unknown>;
  readonly #startTimer: (work: () => void, delayMs: number) => () => void;
  #isReachable = true;
  #isLooking = false;

  /**
   * @param read a cheap operation that fails where the store is out of reach
   * @param startTimer starts a timer, and returns the function that stops it
   */
  constructor(read: () => Promise<unknown>, startTimer: (work: () => void, delayMs: number) => () => void) {
    this.#read = read;
    this.#startTimer = startTimer;
  }

  /** Whether the last look found the store. */
  get isReachable(): boolean {
    return this.#isReachable;
  }

  /** Looks once; does nothing while a look is under way. Never rejects. */
  async look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const stopTimer = this.#startTimer(() => {
      this.#isReachable = false;
    }, PATIENCE_MS);
    try {
      await this.#read();
      this.#isReachable = true;
    } catch {
      this.#isReachable = false;
    } finally {
      stopTimer();
      this.#isLooking = false;
    }
  }
}
