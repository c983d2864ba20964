import type { AnsweringThread } from './threads.ts';

/** Something that a thread must hold before it can do a job. */
export interface Resident {
  /** Unique among all that a thread may hold. */
  readonly key: string;
  /** What is held of another version is loaded anew. */
  readonly version: number;
  /** Whether a server has made it itself, so that it counts against the server where it takes too much. */
  readonly isOwn: boolean;
  /** Has the thread load it, and gives how much it weighs. */
  readonly load: (thread: AnsweringThread) => Promise<number>;
  /** Has the thread let go of it. */
  readonly drop: (thread: AnsweringThread) => Promise<void>;
}

/** Facts of overlays, taught questions and questions to suggest that a thread holds, beside those that were needed last: some 300 MB. */
const MAX_WEIGHT = 200_000;

interface Held {
  readonly resident: Resident;
  readonly weight: number;
}

/** What a thread holds beside the shared articles: only what was needed lately, up to a weight. */
export class Residents {
  /** What was needed longest ago first. */
  readonly #held = new Map<string, Held>();

  /** Has the thread load a resident, unless it holds this version; others that weigh too much are let go. */
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

  /** Forgets all: the thread has ended. */
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
