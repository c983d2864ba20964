import { LRUCache } from 'lru-cache';
import type { Exchange } from '../../answering/follow-up/exchange.ts';

/** After a pause of this length people begin a new conversation. */
const MAX_AGE_MS = 10 * 60_000;
/** Each answer takes two entries: 5,000 answers in ten minutes. */
const MAX_CONVERSATIONS = 10_000;

export interface ConversationsOptions {
  /** Returns milliseconds of any clock that only goes forward. */
  readonly nowMs: () => number;
  /** How long a follow-up may refer to an answer, in milliseconds; ten minutes unless given. */
  readonly maxAgeMs?: number;
  /** How many conversations are remembered, at least 1; 10,000 unless given. The one that was silent for longest is dropped first. */
  readonly maxCount?: number;
}

interface Entry {
  readonly exchange: Exchange;
  readonly answeredAtMs: number;
}

/** Remembers the last answered question of each conversation, in memory only. */
export class Conversations {
  readonly #nowMs: () => number;
  readonly #maxAgeMs: number;
  readonly #entries: LRUCache<string, Entry>;

  constructor({ nowMs, maxAgeMs = MAX_AGE_MS, maxCount = MAX_CONVERSATIONS }: ConversationsOptions) {
    this.#nowMs = nowMs;
    this.#maxAgeMs = maxAgeMs;
    this.#entries = new LRUCache({ max: maxCount });
  }

  /** Returns the exchange that the next question under `key` may refer to, for `ask`, or null if none is fresh. */
  findLast(key: string): Exchange | null {
    // Reading is not asking: it must not make a silent conversation look busy.
    const entry = this.#entries.peek(key);
    if (entry === undefined) return null;
    if (this.#nowMs() - entry.answeredAtMs < this.#maxAgeMs) return entry.exchange;
    this.#entries.delete(key);
    return null;
  }

  /** Remembers the `conversation` that `ask` returned. An exchange from before keeps its age; null removes the conversation. */
  remember(key: string, exchange: Exchange | null): void {
    const before = this.#entries.peek(key);
    if (exchange === null) {
      this.#entries.delete(key);
      return;
    }
    const isNew = exchange.isLatest && exchange !== before?.exchange;
    const answeredAtMs = isNew ? this.#nowMs() : (before?.answeredAtMs ?? this.#nowMs());
    this.#entries.set(key, { exchange, answeredAtMs });
  }

  /** Removes what a member asked: their own conversations, and those of others that hold their words. */
  forgetMember(memberId: string): void {
    const meant = [...this.#entries.entries()].filter(
      ([key, { exchange }]) => exchange.askerIds?.includes(memberId) || key.startsWith(`${memberId} `),
    );
    for (const [key] of meant) this.#entries.delete(key);
  }

  /** Removes all conversations. */
  forgetAll(): void {
    this.#entries.clear();
  }
}
