import type { AnsweringThread } from './threads.ts';

/** Data that a thread must hold before it can do a job. */
export interface Resident {
  /** Unique among all that a thread may hold. */
  readonly key: string;
  /** Data of another version is loaded again. */
  readonly version: number;
  /** Whether a server made the data, so that an overrun counts against the server. */
  readonly isOwn: boolean;
  /** Makes the thread load it; returns its weight. */
  readonly load: (thread: AnsweringThread) => Promise<number>;
  /** Makes the thread drop it. */
  readonly drop: (thread: AnsweringThread) => Promise<void>;
}

/**
 * How many facts of overlays, taught questions and suggested questions a thread holds beside those needed
 * last: some 170 MB, such as 200 servers with 400 facts each.
 */
const MAX_WEIGHT = 100_000;

interface Held {
  readonly resident: Resident;
  readonly weight: number;
}

/**
 * Tracks the data that a thread holds beside the shared articles: only what was needed lately, up to a
 * weight.
 */
export class Residents {
  /** Least recently needed first. */
  readonly #held = new Map<string, Held>();

  /**
   * Makes the thread load a resident, unless it holds this version; drops others where they weigh too much.
   */
  async load(resident: Resident, thread: AnsweringThread): Promise<void> {
    const held = this.#held.get(resident.key);
    this.#held.delete(resident.key);
    if (held?.resident.version === resident.version) {
      this.#held.set(resident.key, held);
      return;
    }
    const weight = await resident.load(thread);
    this.#held.set(resident.key, { resident, weight });
    await this.#dropOldest(resident.key, thread);
  }

  /** Forgets all residents: the thread has ended. */
  clear(): void {
    this.#held.clear();
  }

  async #dropOldest(needed: string, thread: AnsweringThread): Promise<void> {
    let total = [...this.#held.values()].reduce((sum, { weight }) => sum + weight, 0);
    for (const [key, { resident, weight }] of this.#held) {
      if (total <= MAX_WEIGHT || key === needed) return;
      total -= weight;
      this.#held.delete(key);
      await resident.drop(thread);
    }
  }
}
