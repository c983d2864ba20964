import { LRUCache } from 'lru-cache';

/** What was too much so often is set aside. */
const MAX_STRIKES = 2;
const MAX_KEPT = 2_000;

/** Counts what took too much time or memory. What did it twice is set aside, until it is another version. */
export class Strikes {
  readonly #counts = new LRUCache<string, number>({ max: MAX_KEPT });

  /** Counts one; true the moment that this sets it aside. */
  add(key: string): boolean {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count === MAX_STRIKES;
  }

  isSetAside(key: string): boolean {
    return (this.#counts.peek(key) ?? 0) >= MAX_STRIKES;
  }

  /** Whether nothing has ever been counted. */
  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }
}
