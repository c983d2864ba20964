import type { ShardReading } from './measures.ts';

/** The event loop is late where a timer comes this much after its time. */
const MAX_LATE_MS = 1_000;
/** How long a late event loop is reported: a supervisor checks every 10 to 30 s. */
const REPORTED_MS = 30_000;
/** A connection takes seconds at the start and after a loss, once it is its turn. */
const MAX_UNREADY_MS = 60_000;

/** Call {@link HealthWatch.look} this often. */
export const LOOK_MS = 1_000;

/** One check: whether it holds, and a short sentence of what is seen. */
interface Check {
  readonly ok: boolean;
  readonly seen: string;
}

/** The checks behind `/healthz`. The store does not count: the bot answers without it. */
export interface Health {
  readonly isHealthy: boolean;
  readonly checks: {
    readonly eventLoop: Check;
    readonly gateway: Check;
    readonly store: Check;
  };
}

export interface HealthWatchOptions {
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
  /** The connections of this process. */
  readonly readShards: () => readonly ShardReading[];
  /** Whether this process waits for connections that another one holds. */
  readonly isStandingBy: () => boolean;
  /** Returns how many milliseconds of waiting for their turns all connections take together at most; none unless given. */
  readonly identifyAllMs?: () => number;
  /** Returns why the store cannot be written and what to do, or null where it can. */
  readonly readStoreProblem: () => string | null;
}

/** Watches whether the process does its work. */
export class HealthWatch {
  readonly #options: HealthWatchOptions;
  /** When the next look was due. */
  #dueMs: number | null = null;
  #late = { byMs: 0, atMs: Number.NEGATIVE_INFINITY };
  /** When each connection was ready last, or when it was first seen. */
  readonly #readyAtMs = new Map<number, number>();
  /** When there was a connection, or none was needed. */
  #hadShardsAtMs: number;

  constructor(options: HealthWatchOptions) {
    this.#options = options;
    this.#hadShardsAtMs = options.nowMs();
  }

  /** Looks once. Call it each {@link LOOK_MS}, from a timer: how late it comes is what it measures. */
  look(): void {
    const now = this.#options.nowMs();
    const byMs = this.#dueMs === null ? 0 : Math.max(0, now - this.#dueMs);
    this.#dueMs = now + LOOK_MS;
    if (byMs >= this.#late.byMs || now - this.#late.atMs > REPORTED_MS) this.#late = { byMs, atMs: now };
    this.#noteReady(now);
  }

  /** Returns what was seen last. */
  read(): Health {
    const now = this.#options.nowMs();
    this.#noteReady(now);
    const checks = {
      eventLoop: this.#checkLoop(now),
      gateway: this.#checkGateway(now),
      store: this.#checkStore(),
    };
    return { isHealthy: checks.eventLoop.ok && checks.gateway.ok, checks };
  }

  #noteReady(now: number): void {
    const { readShards, isStandingBy } = this.#options;
    const shards = readShards();
    if (isStandingBy() || shards.length > 0) this.#hadShardsAtMs = now;
    for (const { shard, state } of shards)
      if (state === 'ready' || !this.#readyAtMs.has(shard)) this.#readyAtMs.set(shard, now);
    const ids = new Set(shards.map(({ shard }) => shard));
    for (const shard of this.#readyAtMs.keys()) if (!ids.has(shard)) this.#readyAtMs.delete(shard);
  }

  #checkLoop(now: number): Check {
    const overdueMs = this.#dueMs === null ? 0 : now - this.#dueMs;
    const reportedMs = now - this.#late.atMs > REPORTED_MS ? 0 : this.#late.byMs;
    const byMs = Math.round(Math.max(overdueMs, reportedMs, 0));
    return { ok: byMs <= MAX_LATE_MS, seen: `late by ${byMs} ms at most` };
  }

  #checkGateway(now: number): Check {
    const { readShards, isStandingBy, identifyAllMs = () => 0 } = this.#options;
    if (isStandingBy()) return { ok: true, seen: 'standing by for shards' };
    const shards = readShards();
    const ready = shards.filter(({ state }) => state === 'ready').length;
    const seen = `${ready} of ${shards.length} shards ready`;
    const sinceMs = Math.min(this.#hadShardsAtMs, ...this.#readyAtMs.values());
    const unreadyMs = now - sinceMs;
    if (unreadyMs === 0) return { ok: true, seen };
    const ok = unreadyMs <= MAX_UNREADY_MS + identifyAllMs();
    return { ok, seen: `${seen}, not all for ${Math.round(unreadyMs / 1000)} s` };
  }

  #checkStore(): Check {
    const problem = this.#options.readStoreProblem();
    if (problem === null) return { ok: true, seen: 'can be written' };
    return { ok: false, seen: `the bot answers, but saves nothing. ${problem}` };
  }
}

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
