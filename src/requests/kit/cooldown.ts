import { createRefusal } from './user-facing-error.ts';

/** A rate limit. */
export interface Rate {
  /** How many uses in a row are free, at least 1. */
  readonly burst: number;
  /** How many milliseconds each further use takes to become free. */
  readonly everyMs: number;
}

/** One use under a key, with the rate of this key. */
interface Use {
  readonly key: string;
  readonly rate: Rate;
}

interface CooldownOptions {
  /** Returns milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
}

/** With more keys than this, those without a running limit are dropped. */
const MANY_KEYS = 10_000;

/**
 * Limits the rate of each key: a burst, then one use at a time. An attempt that comes too early does not make
 * the wait longer.
 *
 * Keys are dropped only once they are free again, never because there are many: dropping one would lift its
 * limit.
 *
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export class Cooldown {
  readonly #nowMs: () => number;
  /** Maps each key to the time when its whole burst is free again. */
  readonly #freeAtMs = new Map<string, number>();

  constructor({ nowMs }: CooldownOptions) {
    this.#nowMs = nowMs;
  }

  /**
   * Counts one use under `key`, with the rate of this key.
   *
   * @throws {UserFacingError} `cooling-down` with the time to wait
   */
  take(key: string, rate: Rate): void {
    const waitMs = this.#tryTake(key, rate);
    if (waitMs > 0) throw createRefusal({ kind: 'cooling-down', waitMs });
  }

  /**
   * Counts one use under each key, different ones, or none where one of them comes too early.
   *
   * @throws {UserFacingError} `cooling-down` with the time to wait
   */
  takeAll(uses: readonly Use[]): void {
    const waitMs = this.#tryTakeAll(uses);
    if (waitMs > 0) throw createRefusal({ kind: 'cooling-down', waitMs });
  }

  /** Counts one use under `key` unless it comes too early; returns whether it was counted. */
  tryTake(key: string, rate: Rate): boolean {
    return this.#tryTake(key, rate) <= 0;
  }

  /** Counts one use under each key, different ones, or none where one of them comes too early; returns whether they were counted. */
  tryTakeAll(uses: readonly Use[]): boolean {
    return this.#tryTakeAll(uses) <= 0;
  }

  /** Returns how many milliseconds too early the latest of the uses is; 0 or less where all were counted. */
  #tryTakeAll(uses: readonly Use[]): number {
    const now = this.#nowMs();
    const waitMs = Math.max(0, ...uses.map(({ key, rate }) => this.#measure(key, rate, now).waitMs));
    if (waitMs <= 0) for (const { key, rate } of uses) this.#tryTake(key, rate);
    return waitMs;
  }

  /** Returns when the whole burst would be free again after a use now, and how many milliseconds too early that use is. */
  #measure(key: string, { burst, everyMs }: Rate, now: number) {
    const freeAtMs = Math.max(now, this.#freeAtMs.get(key) ?? now) + everyMs;
    return { freeAtMs, waitMs: freeAtMs - now - burst * everyMs };
  }

  /** Returns how many milliseconds too early the attempt is; 0 or less where it was counted. */
  #tryTake(key: string, rate: Rate): number {
    const now = this.#nowMs();
    const { freeAtMs, waitMs } = this.#measure(key, rate, now);
    if (waitMs > 0) return waitMs;
    this.#freeAtMs.set(key, freeAtMs);
    if (this.#freeAtMs.size > MANY_KEYS) this.#forgetFree(now);
    return 0;
  }

  #forgetFree(now: number): void {
    for (const [key, freeAtMs] of this.#freeAtMs) if (freeAtMs <= now) this.#freeAtMs.delete(key);
  }
}
