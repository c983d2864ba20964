import type { Logger } from 'pino';
import type { Coordination, HeldLock } from '../../../store/kit/coordination.ts';
import { StoreError } from '../../../store/kit/store-error.ts';
import type { Ending } from '../../kit/failures.ts';
import { nameIdentifyLock } from './identify-throttler.ts';
import type { Shard } from './shard.ts';

export interface ShardHolderOptions {
  readonly coordination: Coordination;
  /** The shards that this process may keep. */
  readonly ids: readonly number[];
  /** Whether it keeps all of them whenever they are free; otherwise it shares them fairly with the other processes. */
  readonly keepsAll: boolean;
  /** The number of shards in all processes together. */
  readonly count: number;
  /** How many shards may identify at the same time. */
  readonly buckets: number;
  readonly open: (id: number) => Shard;
  readonly log: Logger;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number;
  /** Resolves after some milliseconds, or earlier when the signal is aborted. */
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A shard of this process. */
interface Kept {
  readonly shard: Shard;
  /** Null while the lock is lost, or was never had because the database did not answer. */
  lock: HeldLock | null;
  isReady: boolean;
}

const LOOK_MS = 300;
/** How many shards one look tries to take, so that a process that stands by asks the database little. */
const TRIES_IN_A_LOOK = 8;
/** A start without the database waits this long for it. */
const PATIENCE_MS = 15_000;
/** After the database was away, whoever had a shard takes its lock again in this time; a connection comes back within five seconds. */
const REGAIN_MS = 6_000;
/** How many looks in a row must count the same processes before a shard is handed over. */
const STEADY_LOOKS = 10;
/** A stop hands over one shard after the other for this long; the rest go at once. */
const HAND_OVER_MS = 20_000;

/**
 * Keeps shards: a shard belongs to whoever holds its lock. A process takes its fair share of those that are free, stands by when none is, and
 * hands over what is beyond its share. When a process ends or vanishes, its locks are free, and others take its shards.
 *
 * While the database does not answer, everybody keeps what they have: nobody can take it. Once it answers again, whoever had a shard takes
 * its lock again, or lets the shard go if another process was faster.
 */
export class ShardHolder {
  readonly #options: ShardHolderOptions;
  readonly #kept = new Map<number, Kept>();
  readonly #stopping = new AbortController();
  #end: (ending: Ending) => void = () => {};
  #looking: Promise<void> = Promise.resolve();
  #firstTry = 0;
  #members = 1;
  #steadyLooks = 0;
  /** When the database last answered, or when the holder began. */
  #answeredAtMs: number;
  #isStandingBy = false;
  /** When the database last did not answer; long ago at first. */
  #failedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: ShardHolderOptions) {
    this.#options = options;
    this.#answeredAtMs = options.nowMs();
  }

  /** The shards that this process keeps at the moment. */
  get shards(): readonly Shard[] {
    return [...this.#kept.values()].map(({ shard }) => shard);
  }

  /** Whether other processes keep all shards. */
  get isStandingBy(): boolean {
    return this.#isStandingBy && this.#kept.size === 0;
  }

  /** Keeps shards until `leave`. Resolves with the reason when one ends for good, which ends the process. */
  run(): Promise<Ending> {
    const ended = new Promise<Ending>((resolve) => {
      this.#end = resolve;
    });
    this.#looking = this.#lookAgainAndAgain();
    return ended;
  }

  /** Hands all shards over, each after the one before is taken, and waits until the replies under way are finished. */
  async leave(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
    const untilMs = this.#options.nowMs() + HAND_OVER_MS;
    const finishing: Promise<void>[] = [];
    const kept = [...this.#kept.values()];
    for (const [index, each] of kept.entries()) {
      await this.#release(each);
      finishing.push(each.shard.finish());
      const next = kept[index + 1];
      if (next !== undefined) await this.#awaitSuccessor(each.shard.id, next.shard.id, untilMs);
    }
    await Promise.all(finishing);
  }

  async #lookAgainAndAgain(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.#look();
        this.#answeredAtMs = this.#options.nowMs();
      } catch (error) {
        if (!(error instanceof StoreError)) {
          this.#end({ kind: 'outage', error });
          return;
        }
        this.#failedAtMs = this.#options.nowMs();
        this.#startWithoutLocks(error);
      }
      await this.#options.pause(LOOK_MS, signal);
    }
  }

  /** @throws {StoreError} where the database does not answer */
  async #look(): Promise<void> {
    const { coordination, ids, keepsAll, nowMs } = this.#options;
    await this.#recoverLocks();
    const members = keepsAll ? 1 : await coordination.countProcesses();
    this.#steadyLooks = members === this.#members ? this.#steadyLooks + 1 : 0;
    this.#members = members;
    const share = keepsAll ? ids.length : Math.ceil(ids.length / members);
    if (this.#kept.size > share) {
      if (this.#steadyLooks >= STEADY_LOOKS) await this.#handOver();
    } else if (this.#kept.size < share && nowMs() - this.#failedAtMs >= REGAIN_MS) {
      await this.#takeFree(share);
    }
  }

  /** Takes the locks again that were lost, and lets those shards go that another process has by now. */
  async #recoverLocks(): Promise<void> {
    const { coordination, log } = this.#options;
    for (const kept of [...this.#kept.values()].filter(({ lock }) => lock === null)) {
      const { id } = kept.shard;
      const lock = await coordination.tryLock(this.#nameLock(id));
      if (lock !== null) {
        this.#hold(kept, lock);
        continue;
      }
      log.warn({ shard: id }, 'another process keeps this shard now');
      await this.#release(kept);
      void kept.shard.finish();
    }
  }

  /** Takes free shards, as many as may identify at a time: meanwhile other processes take theirs. */
  async #takeFree(share: number): Promise<void> {
    const { coordination, ids, buckets, log } = this.#options;
    const starting = [...this.#kept.values()].filter(({ isReady }) => !isReady).length;
    let room = Math.min(share - this.#kept.size, buckets - starting);
    const free = ids.filter((id) => !this.#kept.has(id));
    for (let tries = 0; tries < Math.min(TRIES_IN_A_LOOK, free.length) && room > 0; tries++) {
      const id = free[(this.#firstTry + tries) % free.length] ?? 0;
      const lock = await coordination.tryLock(this.#nameLock(id));
      if (lock === null) continue;
      this.#start(id, lock);
      room -= 1;
    }
    this.#firstTry += TRIES_IN_A_LOOK;
    const isStandingBy = this.#kept.size === 0;
    if (isStandingBy && !this.isStandingBy) log.info('standing by: other processes keep all shards');
    this.#isStandingBy = isStandingBy;
  }

  #start(id: number, lock: HeldLock | null): void {
    const shard = this.#options.open(id);
    const kept: Kept = { shard, lock: null, isReady: false };
    this.#kept.set(id, kept);
    if (lock !== null) this.#hold(kept, lock);
    void noteReady(kept);
    void this.#endWith(kept);
  }

  /** Ends the process when a shard ends that was not let go before. */
  async #endWith(kept: Kept): Promise<void> {
    const ending = await kept.shard.ended;
    if (this.#kept.get(kept.shard.id) === kept) this.#end(ending);
  }

  #hold(kept: Kept, lock: HeldLock): void {
    kept.lock = lock;
    void noteLost(kept, lock);
  }

  /** A bot whose database is out answers all the same: after a while it starts its shards without their locks. */
  #startWithoutLocks(error: StoreError): void {
    const { ids, log, nowMs } = this.#options;
    if (this.#kept.size > 0 || nowMs() - this.#answeredAtMs < PATIENCE_MS) return;
    log.warn({ err: error }, 'the database does not answer: the shards start without it');
    for (const id of ids) this.#start(id, null);
  }

  /** Hands one shard over to a process that has fewer. */
  async #handOver(): Promise<void> {
    const last = [...this.#kept.values()].findLast(({ isReady }) => isReady);
    if (last === undefined) return;
    this.#options.log.info({ shard: last.shard.id }, 'handing the shard over to another process');
    this.#steadyLooks = 0;
    await this.#release(last);
    void last.shard.finish();
  }

  /** Closes the connection of a shard, and then lets others take it. */
  async #release({ shard, lock }: Kept): Promise<void> {
    this.#kept.delete(shard.id);
    await shard.stopListening();
    await lock?.release();
  }

  /**
   * Waits until another process has taken a shard, and the next shard may identify, so that no shard is without a connection for longer than it
   * takes to identify.
   */
  async #awaitSuccessor(id: number, nextId: number, untilMs: number): Promise<void> {
    const { coordination, buckets, nowMs, pause } = this.#options;
    if (!coordination.isShared || this.#members < 2) return;
    const isFree = async (name: string): Promise<boolean> => {
      const lock = await coordination.tryLock(name);
      await lock?.release();
      return lock !== null;
    };
    try {
      for (const [name, wanted] of [
        [this.#nameLock(id), false],
        [nameIdentifyLock(nextId, buckets), true],
      ] as const)
        while (nowMs() < untilMs && (await isFree(name)) !== wanted) await pause(LOOK_MS);
    } catch (error) {
      // Without the database there is no other process to wait for.
      if (!(error instanceof StoreError)) throw error;
    }
  }

  #nameLock(id: number): string {
    return `shard ${id} of ${this.#options.count}`;
  }
}

async function noteReady(kept: Kept): Promise<void> {
  await kept.shard.ready;
  kept.isReady = true;
}

async function noteLost(kept: Kept, lock: HeldLock): Promise<void> {
  await lock.lost;
  if (kept.lock === lock) kept.lock = null;
}
