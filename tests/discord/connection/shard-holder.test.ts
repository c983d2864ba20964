import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Shard } from '../../../src/discord/connection/shards/shard.ts';
import { ShardHolder } from '../../../src/discord/connection/shards/shard-holder.ts';
import type { Ending } from '../../../src/discord/kit/failures.ts';
import type { Change, Coordination, HeldLock } from '../../../src/store/kit/coordination.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';

/** The locks of a database, with the processes that use it. */
class LockTable {
  readonly holders = new Map<string, { readonly by: string; readonly lose: () => void }>();
  readonly processes = new Set<string>();
  readonly listeners = new Map<string, (change: Change | null) => void>();
  /** How often somebody has asked. */
  asked = 0;
  /** While it is true, the database answers nobody. */
  isOut = false;

  connect(by: string): Coordination {
    const answer = (): void => {
      this.asked += 1;
      if (this.isOut) throw new StoreError('cannot-write', 'out');
    };
    return {
      isShared: true,
      tryLock: async (name): Promise<HeldLock | null> => {
        answer();
        if (this.holders.has(name)) return null;
        const losing = new AbortController();
        const lost = new Promise<void>((resolve) => {
          losing.signal.addEventListener('abort', () => resolve());
        });
        const held = { by, lose: () => losing.abort() };
        this.holders.set(name, held);
        const release = async (): Promise<void> => {
          if (this.holders.get(name) === held) this.holders.delete(name);
        };
        return { name, lost, release };
      },
      listFree: async (names) => {
        answer();
        return names.filter((name) => !this.holders.has(name));
      },
      join: async () => {
        answer();
        this.processes.add(by);
      },
      leave: async () => void this.processes.delete(by),
      countProcesses: async () => {
        answer();
        return this.processes.size;
      },
      announce: async (change) => {
        for (const [name, listen] of this.listeners) if (name !== by) listen(change);
      },
      subscribe: (listen) => {
        this.listeners.set(by, listen);
        return () => void this.listeners.delete(by);
      },
    };
  }

  /** Frees all locks of a process whose connection is cut. */
  cut(by: string): void {
    for (const [name, held] of this.holders)
      if (held.by === by) {
        this.holders.delete(name);
        held.lose();
      }
  }
}

/** A clock that goes on only when a test says so. */
class TestClock {
  nowMs = 0;
  #waiting: { readonly atMs: number; readonly wake: () => void }[] = [];

  readonly pause = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((wake) => {
      if (signal?.aborted) return wake();
      this.#waiting.push({ atMs: this.nowMs + ms, wake });
      signal?.addEventListener('abort', () => wake());
    });

  /** Lets this much time pass, and all that happens meanwhile happen. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms;
    for (;;) {
      await settled();
      const next = this.#waiting.toSorted((one, other) => one.atMs - other.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      this.nowMs = next.atMs;
      next.wake();
    }
    this.nowMs = untilMs;
  }
}

const byNumber = (one: number, other: number): number => one - other;

/** Resolves when nothing is left to do at this moment. */
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Processes that share a database, each with a holder whose shards connect at once. */
function sharedScene() {
  const table = new LockTable();
  const clock = new TestClock();
  const start = (by: string, { keepsAll = false, ids = [0, 1, 2, 3] } = {}) => {
    const events: string[] = [];
    const endings = new Map<number, (ending: Ending) => void>();
    const coordination = table.connect(by);
    // There is one bucket, so a shard that connects holds its lock for five seconds.
    const identify = async (): Promise<void> => {
      const lock = await coordination.tryLock('identify 0').catch(() => null);
      await clock.pause(5_000);
      await lock?.release();
    };
    const open = (id: number): Shard => {
      events.push(`open ${id}`);
      void identify();
      return {
        id,
        // No holder looks into a client.
        client: Object.create(null),
        ready: Promise.resolve(),
        ended: new Promise((resolve) => endings.set(id, resolve)),
        notifyAskers() {},
        addWork() {},
        stopListening: async () => void events.push(`close ${id}`),
        finish: async () => void events.push(`finish ${id}`),
      };
    };
    const holder = new ShardHolder({
      coordination,
      confirmCount: async () => 4,
      ids,
      keepsAll,
      count: 4,
      buckets: 1,
      log: pino({ level: 'silent' }),
      nowMs: () => clock.nowMs,
      pause: clock.pause,
      open,
    });
    const ended = holder.run();
    onTestFinished(() => {
      // Nobody waits for a successor then.
      table.isOut = true;
      return holder.leave();
    });
    return {
      holder,
      events,
      endings,
      ended,
      list: () => holder.shards.map(({ id }) => id).toSorted(byNumber),
    };
  };
  return { table, clock, start };
}

test('one process keeps all shards', async () => {
  const { clock, start } = sharedScene();
  const { list } = start('a');
  await clock.pass(5_000);
  expect(list()).toEqual([0, 1, 2, 3]);
});

test('processes that start together share them fairly, and no two keep the same', async () => {
  const { clock, start } = sharedScene();
  const [a, b, c] = [start('a'), start('b'), start('c')];
  await clock.pass(10_000);
  const kept = [a, b, c].map(({ list }) => list());
  expect(kept.flat().toSorted(byNumber)).toEqual([0, 1, 2, 3]);
  expect(Math.max(...kept.map(({ length }) => length))).toBe(2);
});

test('a process that comes later gets its share, one shard after the other, once it has stayed for a while', async () => {
  const { clock, start } = sharedScene();
  const a = start('a');
  await clock.pass(5_000);
  const b = start('b');
  await clock.pass(1_000);
  expect(b.list()).toEqual([]);
  await clock.pass(30_000);
  expect([a.list().length, b.list().length]).toEqual([2, 2]);
  const closed = a.events.filter((event) => event.startsWith('close'));
  expect(closed).toHaveLength(2);
});

test('a process beyond the number of shards stands by, and takes over what a killed one had', async () => {
  const { table, clock, start } = sharedScene();
  const [a, b] = [start('a', { ids: [0, 1] }), start('b', { ids: [0, 1] })];
  await clock.pass(5_000);
  const c = start('c', { ids: [0, 1] });
  await clock.pass(5_000);
  expect([a.list(), b.list(), c.list()].map(({ length }) => length)).toEqual([1, 1, 0]);
  const had = a.list();
  table.processes.delete('a');
  table.cut('a');
  // The killed process looks no more.
  const lastWords = a.holder.leave();
  await clock.pass(1_000);
  await lastWords;
  expect(c.list()).toEqual(had);
});

test('a stop hands each shard over once the one before is taken and the next may identify', async () => {
  const { clock, start } = sharedScene();
  const a = start('a', { ids: [0, 1] });
  await clock.pass(20_000);
  const b = start('b', { ids: [0, 1] });
  await clock.pass(500);
  const leaving = a.holder.leave();
  await clock.pass(2_000);
  expect([a.list().length, b.list().length]).toEqual([1, 1]);
  await clock.pass(10_000);
  await leaving;
  expect(b.list()).toEqual([0, 1]);
  expect(a.events.filter((event) => event.startsWith('close'))).toHaveLength(2);
});

test('while the database is out, everybody keeps what they have; then a shard goes if another process was faster', async () => {
  const { table, clock, start } = sharedScene();
  const a = start('a', { ids: [0] });
  await clock.pass(1_000);
  const b = start('b', { ids: [0] });
  await clock.pass(1_000);
  table.isOut = true;
  table.cut('a');
  await clock.pass(60_000);
  expect(a.list()).toEqual([0]);
  expect(a.events).toEqual(['open 0']);
  expect(b.events).toEqual([]);
  table.isOut = false;
  await clock.pass(1_000);
  expect(table.holders.get('shard 0 of 4')?.by).toBe('a');
  table.cut('a');
  const taken = await table.connect('c').tryLock('shard 0 of 4');
  expect(taken).not.toBeNull();
  await clock.pass(1_000);
  expect(a.list()).toEqual([]);
  expect(a.events).toEqual(['open 0', 'close 0', 'finish 0']);
});

test('after the database was away, a process that stands by leaves the others the time to take their locks again', async () => {
  const { table, clock, start } = sharedScene();
  const a = start('a', { ids: [0] });
  await clock.pass(1_000);
  const b = start('b', { ids: [0] });
  await clock.pass(1_000);
  table.isOut = true;
  table.cut('a');
  await clock.pass(1_000);
  // The first process is slow to connect again.
  const late = a.holder.leave();
  table.isOut = false;
  await clock.pass(3_500);
  expect(b.list()).toEqual([]);
  await clock.pass(1_500);
  await late;
  expect(b.list()).toEqual([0]);
});

test('a process that stands by asks the database twice a second, and takes what is let go at once, what is freed within a second', async () => {
  const { table, clock, start } = sharedScene();
  const a = start('a', { ids: [0] });
  await clock.pass(2_000);
  const b = start('b', { ids: [0] });
  await clock.pass(2_000);
  const before = table.asked;
  await clock.pass(10_000);
  // The other one counts the processes once a second.
  expect(table.asked - before).toBeLessThanOrEqual(32);
  const leaving = a.holder.leave();
  await clock.pass(100);
  expect(b.list()).toEqual([0]);
  await clock.pass(20_000);
  await leaving;
  const c = start('c', { ids: [0] });
  await clock.pass(2_000);
  const lastWords = b.holder.leave();
  table.listeners.delete('c');
  table.cut('b');
  await clock.pass(1_000);
  await lastWords;
  expect(c.list()).toEqual([0]);
});

test('a start while the database is away takes its shards some seconds after it is back', async () => {
  const { table, clock, start } = sharedScene();
  table.isOut = true;
  const a = start('a', { ids: [0] });
  await clock.pass(6_000);
  table.isOut = false;
  await clock.pass(4_500);
  expect(a.list()).toEqual([0]);
  expect(table.holders.get('shard 0 of 4')?.by).toBe('a');
});

test('without a database at the start, the shards start after a while all the same, and take their locks when it is there', async () => {
  const { table, clock, start } = sharedScene();
  table.isOut = true;
  const a = start('a', { ids: [0, 1] });
  await clock.pass(10_000);
  expect(a.list()).toEqual([]);
  await clock.pass(6_000);
  expect(a.list()).toEqual([0, 1]);
  table.isOut = false;
  await clock.pass(1_000);
  expect([...table.holders.keys()].toSorted()).toEqual(['shard 0 of 4', 'shard 1 of 4']);
});

test('shards that are named are kept whenever they are free, whatever the others have', async () => {
  const { clock, start } = sharedScene();
  const a = start('a', { ids: [1, 3], keepsAll: true });
  await clock.pass(1_000);
  const b = start('b', { ids: [3], keepsAll: true });
  await clock.pass(5_000);
  expect([a.list(), b.list()]).toEqual([[1, 3], []]);
  const leaving = a.holder.leave();
  await clock.pass(30_000);
  await leaving;
  expect(b.list()).toEqual([3]);
});

test('a shard that ends for good ends the process, with its reason', async () => {
  const { clock, start } = sharedScene();
  const a = start('a');
  await clock.pass(1_000);
  const error = new Error('closed for good');
  a.endings.get(0)?.({ kind: 'outage', error });
  expect(await a.ended).toEqual({ kind: 'outage', error });
});
