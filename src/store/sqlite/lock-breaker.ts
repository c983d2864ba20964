/** While another program holds the lock, waiting for it again and again would delay every answer. */
const PAUSE_MS = 3_000;

/** Remembers for a few seconds that another program holds the lock, so that changes fail at once instead of waiting for it in turn. */
export class LockCircuitBreaker {
  readonly #now: () => Date;
  #lockedAtMs: number | null = null;
  #error: Error | null = null;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Why a change fails at once; null where it may be tried. */
  get error(): Error | null {
    if (this.#lockedAtMs === null) return null;
    const passedMs = this.#now().getTime() - this.#lockedAtMs;
    // A clock that was set back must not lock changes out.
    return passedMs >= 0 && passedMs < PAUSE_MS ? this.#error : null;
  }

  /** Notes that waiting for the lock was in vain. */
  trip(error: Error): void {
    this.#lockedAtMs = this.#now().getTime();
    this.#error = error;
  }

  /** Notes that a change went through. */
  reset(): void {
    this.#lockedAtMs = null;
    this.#error = null;
  }
}
