import type { Exchange } from '../../answering/follow-up/exchange.ts';

/** A pause after which people begin anew. */
const MAX_AGE_MS = 10 * 60_000;
/** Each answer takes two places: 5,000 answers in ten minutes. */
const MAX_CONVERSATIONS = 10_000;

export interface ConversationsOptions {
  /** Milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
  /** So long an answer can be leant on; ten minutes unless given. */
  readonly maxAgeMs?: number;
  /** So many are kept, at least 1; 10,000 unless given. The one that was silent for longest goes first. */
  readonly maxCount?: number;
}

interface Kept {
  readonly exchange: Exchange;
  readonly answeredAtMs: number;
}

/** The last answered question of each conversation, in memory alone. */
export class Conversations {
  readonly #nowMs: () => number;
  readonly #maxAgeMs: number;
  readonly #maxCount: number;
  /** The one that was silent for longest first. */
  readonly #kept = new Map<string, Kept>();

  constructor({ nowMs, maxAgeMs = MAX_AGE_MS, maxCount = MAX_CONVERSATIONS }: ConversationsOptions) {
    this.#nowMs = nowMs;
    this.#maxAgeMs = maxAgeMs;
    this.#maxCount = maxCount;
  }

  /** What the next question under `key` may lean on: the `conversation` that `ask` takes; null where nothing is fresh. */
  last(key: string): Exchange | null {
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    if (this.#nowMs() - kept.answeredAtMs < this.#maxAgeMs) return kept.exchange;
    this.#kept.delete(key);
    return null;
  }

  /** Keeps the `conversation` that `ask` gave back; what was answered before keeps its age, and null is not kept. */
  remember(key: string, exchange: Exchange | null): void {
    const before = this.#kept.get(key);
    this.#kept.delete(key);
    if (exchange === null) return;
    const isNew = exchange.isLatest && exchange !== before?.exchange;
    const answeredAtMs = isNew ? this.#nowMs() : (before?.answeredAtMs ?? this.#nowMs());
    this.#kept.set(key, { exchange, answeredAtMs });
    this.#dropOldest();
  }

  /** Nothing is known any more of such conversations, by their key and what was last answered in them. */
  forget(isMeant: (key: string, exchange: Exchange) => boolean): void {
    for (const [key, { exchange }] of this.#kept) if (isMeant(key, exchange)) this.#kept.delete(key);
  }

  #dropOldest(): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#maxCount && oldest !== undefined) this.#kept.delete(oldest);
  }
}
