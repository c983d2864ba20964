import { createRefusal } from './user-facing-error.ts';

/** How often something may be done. */
export interface Rate {
  /** So many times in a row are free, at least 1. */
  readonly burst: number;
  /** And then one every so many milliseconds. */
  readonly everyMs: number;
}

interface CooldownOptions {
  /** Milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
}

/** Beyond so many keys those that are free again are forgotten. */
const MANY_KEYS = 10_000;

/**
 * Lets each key do something so often: a burst, then one at a time. Who comes too early is told how long to wait, which does
 * not make the wait longer.
 *
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export class Cooldown {
  readonly #nowMs: () => number;
  /** By key, when all of the burst is free again. */
  readonly #freeAtMs = new Map<string, number>();

  constructor({ nowMs }: CooldownOptions) {
    this.#nowMs = nowMs;
  }

  /**
   * Does it once more under `key`, which has a rate of its own.
   *
   * @throws {UserFacingError} `cooling-down` with how long it takes
   */
  take(key: string, rate: Rate): void {
    const waitMs = this.#tryTake(key, rate);
    if (waitMs > 0) throw createRefusal({ kind: 'cooling-down', waitMs });
  }

  /** Does it once more under `key` unless that is too early; tells whether it was done. */
  tryTake(key: string, rate: Rate): boolean {
    return this.#tryTake(key, rate) <= 0;
  }

  /** How long it is still too early; not more than 0 where it was taken. */
  #tryTake(key: string, { burst, everyMs }: Rate): number {
    const now = this.#nowMs();
    const freeAtMs = Math.max(now, this.#freeAtMs.get(key) ?? now) + everyMs;
    const waitMs = freeAtMs - now - burst * everyMs;
    if (waitMs > 0) return waitMs;
    this.#freeAtMs.set(key, freeAtMs);
    if (this.#freeAtMs.size > MANY_KEYS) this.#forgetFree(now);
    return 0;
  }

  #forgetFree(now: number): void {
    for (const [key, freeAtMs] of this.#freeAtMs) if (freeAtMs <= now) this.#freeAtMs.delete(key);
  }
}
