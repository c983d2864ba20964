import type { Logger } from 'pino';
import { readErrorCode } from '../../../kit/system.ts';
import type { Coordination, HeldLock } from '../../../store/kit/coordination.ts';
import { StoreError } from '../../../store/kit/store-error.ts';
import type { Ending } from '../../kit/failures.ts';
import { IDENTIFY_PAUSE_MS, nameIdentifyLock } from './identify-throttler.ts';
import type { Shard } from './shard.ts';

export interface ShardHolderOptions {
  readonly coordination: Coordination;
  /** Returns the number of shards that all processes have, which is known only once the database answers. */
  readonly confirmCount: () => Promise<number>;
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
interface KeptShard {
  readonly shard: Shard;
  /** Null while the lock is lost, or was never had because the database did not answer. */
  lock: HeldLock | null;
  isReady: boolean;
}

/** How often a process looks that has something to do, or waits for another process. */
const LOOK_MS = 300;
/** How often a process looks that has nothing to do: nobody announces it when a process is killed. */
const IDLE_LOOK_MS = 1_000;
/** PostgreSQL's code for a server that takes no more connections. */
const TOO_MANY_CONNECTIONS = '53300';
/** A start without the database waits this long for it. */
const PATIENCE_MS = 15_000;
/** After the database was away, each process takes the locks of its shards again in this time: it tries to connect each second, for two at most. */
const REGAIN_MS = 4_000;
/** How long the processes must have been the same before a shard is handed over. */
const STEADY_MS = 3_000;
/** A stop hands over one shard after the other for this long; the rest go at once. */
const HAND_OVER_MS = 20_000;

/**
 * Keeps shards: a shard belongs to whoever holds its lock. A process takes its fair share of those that are free, stands by when none is, and
 * hands over what is beyond its share. When a process ends or vanishes, its locks are free, and others take its shards.
 *
 * While the database does not answer, each process keeps its shards, because no other can take them. Once it answers again, each takes the
 * locks of its shards again, and lets a shard go if another process was faster.
 */
export class ShardHolder {
  readonly #options: ShardHolderOptions;
  readonly #kept = new Map<number, KeptShard>();
  readonly #stopping = new AbortController();
  #end: (ending: Ending) => void = () => {};
  /** Ends the pause before the next look. */
  #waking = new AbortController();
  #looking: Promise<void> = Promise.resolve();
  #firstTry = 0;
  #members = 1;
  /** Since when the same processes share the shards. */
  #steadyAtMs: number;
  readonly #beganAtMs: number;
  #hasAnswered = false;
  #isStandingBy = false;
  /** When the database last did not answer; long ago at first. */
  #failedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: ShardHolderOptions) {
    this.#options = options;
    this.#beganAtMs = options.nowMs();
    this.#steadyAtMs = this.#beganAtMs;
  }

  /** The shards that this process keeps at the moment. */
  get shards(): readonly Shard[] {
    return [...this.#kept.values()].map(({ shard }) => shard);
  }

  /** Whether other processes keep all shards. */
  get isStandingBy(): boolean {
    return this.#isStandingBy && this.#kept.size === 0;
  }

  /** How long the shards of all processes take to identify after the first ones, in milliseconds. */
  get identifyAllMs(): number {
    const { count, buckets } = this.#options;
    return (Math.ceil(count / buckets) - 1) * IDENTIFY_PAUSE_MS;
  }

  /** Keeps shards until `leave`. Resolves with the reason when one ends for good, which ends the process. */
  run(): Promise<Ending> {
    const ended = new Promise<Ending>((resolve) => {
      this.#end = resolve;
    });
    const stopHearing = this.#options.coordination.subscribe((change) => {
      // Without a change, some announcements may have been missed.
      if (change === null || change.kind === 'shards') this.#waking.abort();
    });
    this.#stopping.signal.addEventListener('abort', stopHearing);
    this.#looking = this.#lookAgainAndAgain();
    return ended;
  }

  /** Hands all shards over, each after the one before is taken, and waits until the replies under way are finished. */
  async leave(): Promise<void> {
    const { nowMs, coordination } = this.#options;
    const untilMs = nowMs() + HAND_OVER_MS;
    this.#stopping.abort();
    this.#waking.abort();
    // The others share all shards among themselves from now on.
    await Promise.all([this.#looking, coordination.leave()]);
    const finishing: Promise<void>[] = [];
    const letGo = async (kept: KeptShard): Promise<void> => {
      await this.#release(kept);
      finishing.push(kept.shard.finish());
    };
    const kept = [...this.#kept.values()];
    for (const [index, each] of kept.entries()) {
      if (nowMs() >= untilMs) break;
      await letGo(each);
      const next = kept[index + 1];
      if (next !== undefined) await this.#awaitSuccessor(each.shard.id, next.shard.id, untilMs);
    }
    await Promise.all([...this.#kept.values()].map(letGo));
    await Promise.all(finishing);
  }

  async #lookAgainAndAgain(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#waking = new AbortController();
      let pauseMs = LOOK_MS;
      try {
        if (await this.#look()) pauseMs = IDLE_LOOK_MS;
      } catch (error) {
        if (!(error instanceof StoreError)) {
          this.#end({ kind: 'outage', error });
          return;
        }
        this.#failedAtMs = this.#options.nowMs();
        this.#startWithoutLocks(error);
      }
      await this.#options.pause(pauseMs, this.#waking.signal);
    }
  }

  /**
   * Looks once, and takes free shards or hands one over. Returns whether nothing is left to do until something changes.
   *
   * @throws {StoreError} where the database does not answer
   */
  async #look(): Promise<boolean> {
    const { coordination, ids, keepsAll, nowMs } = this.#options;
    if (!this.#hasAnswered) await this.#begin();
    await this.#recoverLocks();
    const members = keepsAll ? 1 : await coordination.countProcesses();
    if (members !== this.#members) this.#steadyAtMs = nowMs();
    this.#members = members;
    const share = keepsAll ? ids.length : Math.ceil(ids.length / Math.max(1, members));
    if (this.#kept.size > share) {
      if (nowMs() - this.#steadyAtMs >= STEADY_MS) await this.#handOver();
      return false;
    }
    if (this.#kept.size === share) return true;
    return nowMs() - this.#failedAtMs >= REGAIN_MS && (await this.#takeFree(share));
  }

  /** Counts this process among the others, and ends it where it has started with another number of shards than theirs. */
  async #begin(): Promise<void> {
    const { coordination, confirmCount, count } = this.#options;
    await coordination.join();
    await this.#announce();
    // Nobody else goes by the number of a store that is this process's own.
    const agreed = coordination.isShared ? await confirmCount() : count;
    this.#hasAnswered = true;
    if (agreed === count) return;
    const error = new Error(`the other processes have ${agreed} shards, and this one started with ${count}`);
    this.#end({ kind: 'outage', error });
  }

  /** Takes the locks again that were lost, and lets those shards go that another process has taken. */
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

  /**
   * Takes free shards, as many as may identify at a time: meanwhile other processes take theirs. Returns whether there was none.
   *
   * @throws {StoreError} where the database does not answer
   */
  async #takeFree(share: number): Promise<boolean> {
    const { coordination, ids, buckets, log } = this.#options;
    const starting = [...this.#kept.values()].filter(({ isReady }) => !isReady).length;
    let room = Math.min(share - this.#kept.size, buckets - starting);
    const wanted = ids.filter((id) => !this.#kept.has(id));
    const names = new Set(await coordination.listFree(wanted.map((id) => this.#nameLock(id))));
    const free = wanted.filter((id) => names.has(this.#nameLock(id)));
    // Others try to take the same ones.
    const first = this.#firstTry++;
    for (let tries = 0; tries < free.length && room > 0; tries++) {
      const id = free[(first + tries) % free.length] ?? 0;
      const lock = await coordination.tryLock(this.#nameLock(id));
      if (lock === null) continue;
      this.#start(id, lock);
      room -= 1;
    }
    const isStandingBy = this.#kept.size === 0;
    if (isStandingBy && !this.isStandingBy) log.info('standing by: other processes keep all shards');
    this.#isStandingBy = isStandingBy;
    return free.length === 0;
  }

  #start(id: number, lock: HeldLock | null): void {
    const shard = this.#options.open(id);
    const kept: KeptShard = { shard, lock: null, isReady: false };
    this.#kept.set(id, kept);
    if (lock !== null) this.#hold(kept, lock);
    void noteReady(kept);
    void this.#endWith(kept);
  }

  /** Ends the process when a shard ends that was not let go before. */
  async #endWith(kept: KeptShard): Promise<void> {
    const ending = await kept.shard.ended;
    if (this.#kept.get(kept.shard.id) === kept) this.#end(ending);
  }

  #hold(kept: KeptShard, lock: HeldLock): void {
    kept.lock = lock;
    void this.#noteLost(kept, lock);
  }

  async #noteLost(kept: KeptShard, lock: HeldLock): Promise<void> {
    await lock.lost;
    this.#failedAtMs = this.#options.nowMs();
    if (kept.lock === lock) kept.lock = null;
  }

  /** A bot whose database is away from the start answers all the same: after a while it starts its shards without their locks. */
  #startWithoutLocks(error: StoreError): void {
    const { ids, log, nowMs } = this.#options;
    if (this.#hasAnswered || this.#kept.size > 0 || nowMs() - this.#beganAtMs < PATIENCE_MS) return;
    // A database that refuses this process alone is there for the others.
    if (error.code !== 'cannot-write' || readErrorCode(error.cause) === TOO_MANY_CONNECTIONS) return;
    log.warn({ err: error }, 'the database does not answer: the shards start without it');
    for (const id of ids) this.#start(id, null);
  }

  /** Hands one shard over to a process that has fewer. */
  async #handOver(): Promise<void> {
    const last = [...this.#kept.values()].findLast(({ isReady }) => isReady);
    if (last === undefined) return;
    this.#options.log.info({ shard: last.shard.id }, 'handing the shard over to another process');
    this.#steadyAtMs = this.#options.nowMs();
    await this.#release(last);
    void last.shard.finish();
  }

  /** Closes the connection of a shard, and then lets others take it. */
  async #release({ shard, lock }: KeptShard): Promise<void> {
    this.#kept.delete(shard.id);
    await shard.stopListening();
    if (lock === null) return;
    await lock.release();
    await this.#announce();
  }

  /** Lets the other processes look at once. Without the database, there is nobody to tell. */
  async #announce(): Promise<void> {
    try {
      await this.#options.coordination.announce({ kind: 'shards' });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
    }
  }

  /**
   * Waits until another process has taken a shard, and the next shard may identify, so that no shard is without a connection for longer than it
   * takes to identify.
   */
  async #awaitSuccessor(id: number, nextId: number, untilMs: number): Promise<void> {
    const { coordination, buckets } = this.#options;
    if (!coordination.isShared) return;
    const identifyLock = nameIdentifyLock(id, buckets);
    try {
      if ((await coordination.countProcesses()) === 0) return;
      await this.#wait(this.#nameLock(id), 'taken', untilMs);
      if (nameIdentifyLock(nextId, buckets) !== identifyLock) return;
      await this.#wait(identifyLock, 'taken', untilMs);
      await this.#wait(identifyLock, 'free', untilMs);
    } catch (error) {
      // Without the database there is no other process to wait for.
      if (!(error instanceof StoreError)) throw error;
    }
  }

  /** Waits until another process holds a lock, or nobody does. */
  async #wait(name: string, wanted: 'taken' | 'free', untilMs: number): Promise<void> {
    const { coordination, nowMs, pause } = this.#options;
    while (nowMs() < untilMs) {
      const lock = await coordination.tryLock(name);
      await lock?.release();
      if ((lock === null ? 'taken' : 'free') === wanted) return;
      await pause(LOOK_MS);
    }
  }

  #nameLock(id: number): string {
    return nameShardLock(id, this.#options.count);
  }
}

/** Returns the name of the lock of a shard, of `count` shards: processes with another number divide the servers in another way. */
export function nameShardLock(id: number, count: number): string {
  return `shard ${id} of ${count}`;
}

async function noteReady(kept: KeptShard): Promise<void> {
  await kept.shard.ready;
  kept.isReady = true;
}
