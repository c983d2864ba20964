import { describe, expect, onTestFinished, test } from 'vitest';
import type { AnsweringJobs } from '../../../src/serving/jobs/answering-jobs.ts';
import { LanePool, type LanePoolOptions } from '../../../src/serving/lanes/lane-pool.ts';
import type { Resident } from '../../../src/serving/lanes/residents.ts';
import { Deferred, FakeThread } from '../../threads/fake-thread.ts';

const NEVER_MS = 2 ** 31 - 1;

/** A pool whose jobs are textsFrom(place), each of which waits until its place is released. */
function scene(differing: Partial<LanePoolOptions> = {}) {
  const threads: FakeThread<AnsweringJobs>[] = [];
  const releases = new Map<number, Deferred<readonly []>>();
  const release = (index: number) => {
    const known = releases.get(index) ?? new Deferred<readonly []>();
    releases.set(index, known);
    return known;
  };
  const open = async () => {
    const thread = new FakeThread<AnsweringJobs>(({ name, input }) =>
      name === 'readTexts' ? release(Number(input)).promise : undefined,
    );
    threads.push(thread);
    return thread;
  };
  const pool = new LanePool({ size: 2, open, stuckMs: NEVER_MS, idleMs: null, ...differing });
  onTestFinished(() => pool.end());
  const run = (owner: string, index: number, residents: readonly Resident[] = []) =>
    pool.run({ name: 'readTexts', input: index, deadlineMs: 1_000, owner, residents });
  /** The places that each thread was asked for. */
  const asked = () =>
    threads.map(({ calls }) => calls.filter(({ name }) => name === 'readTexts').map(({ input }) => input));
  return { pool, threads, run, asked, release: (index: number) => release(index).resolve([]) };
}

/** Lets all go on that waits for nothing from outside. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function residentOf(key: string, loads: string[]): Resident {
  return {
    key,
    version: 1,
    isOwn: false,
    load: async () => {
      loads.push(key);
      return 1;
    },
    drop: async () => {},
  };
}

describe('a pool', () => {
  test('does the jobs of one lane in the order in which they came', async () => {
    const { run, asked, release } = scene({ size: 1 });
    const jobs = [run('a', 1), run('b', 2), run('a', 3)];
    await settled();
    expect(asked()).toEqual([[1]]);
    for (const index of [3, 2, 1]) release(index);
    expect(await Promise.all(jobs)).toEqual([[], [], []]);
    expect(asked()).toEqual([[1, 2, 3]]);
  });

  test('opens no second thread as long as nothing is stuck', async () => {
    const { run, asked, release } = scene();
    const jobs = [run('a', 1), run('b', 2), run('c', 3)];
    for (const index of [1, 2, 3]) release(index);
    await Promise.all(jobs);
    expect(asked()).toEqual([[1, 2, 3]]);
  });

  test('does the jobs of others in another thread where one is stuck; never two of one owner at once', async () => {
    const { run, asked, release } = scene({ stuckMs: 30 });
    const stuck = run('a', 1);
    const next = run('a', 2);
    const other = run('b', 3);
    release(3);
    await other;
    expect(asked()).toEqual([[1], [3]]);
    release(2);
    release(1);
    await Promise.all([stuck, next]);
    expect(asked()).toEqual([[1, 2], [3]]);
  });

  test('goes on with an owner whose thread is stuck with another’s job in another thread', async () => {
    const { run, asked, release } = scene({ stuckMs: 30 });
    release(1);
    await run('a', 1);
    const stuck = run('b', 2);
    release(3);
    await run('a', 3);
    expect(asked()).toEqual([[1, 2], [3]]);
    release(2);
    await stuck;
  });

  test('waits where all threads are stuck, until the first is not', async () => {
    const { run, asked, release } = scene({ stuckMs: 1 });
    const [first, second] = [run('a', 1), run('b', 2)];
    const third = run('c', 3);
    release(3);
    release(2);
    await Promise.all([second, third]);
    expect(new Set(asked().flat())).toEqual(new Set([1, 2, 3]));
    expect(asked()).toHaveLength(2);
    release(1);
    await first;
  });

  test('gives what a job fails with, and goes on', async () => {
    const { threads, run, release, asked } = scene({ size: 1 });
    const failing = scene({ size: 1, open: () => Promise.reject(new Error('no thread')) });
    await expect(failing.run('a', 1)).rejects.toMatchObject({ cause: { message: 'no thread' } });
    const [first, second] = [run('a', 1), run('a', 2)];
    await settled();
    release(2);
    threads[0]?.endBecause('deadline');
    await expect(first).rejects.toMatchObject({ reason: 'deadline' });
    // The thread has ended: another one takes what waits.
    expect(await second).toEqual([]);
    expect(asked()).toEqual([[1], [2]]);
  });

  test('tries to open a thread again where it failed', async () => {
    const thread = new FakeThread<AnsweringJobs>(() => []);
    const opens = [() => Promise.reject(new Error('no thread')), async () => thread];
    const open = () => opens.shift()?.() ?? Promise.reject(new Error('opened too often'));
    const { run } = scene({ size: 1, open });
    await expect(run('a', 1)).rejects.toMatchObject({
      name: 'NotReadyError',
      cause: { message: 'no thread' },
    });
    expect(await run('a', 2)).toEqual([]);
  });

  test('replaces a thread that ended while it had nothing to do', async () => {
    const { threads, run, release, asked } = scene({ size: 1 });
    release(1);
    await run('a', 1);
    threads[0]?.endBecause('failure');
    release(2);
    await run('a', 2);
    expect(asked()).toEqual([[1], [2]]);
  });
});

describe('what a thread must hold', () => {
  test('is loaded once, and anew by the thread that replaces one that ended', async () => {
    const { threads, run, release } = scene({ size: 1 });
    const loads: string[] = [];
    const residents = [residentOf('articles', loads), residentOf('overlay a', loads)];
    for (const index of [1, 2, 3]) release(index);
    await run('a', 1, residents);
    await run('a', 2, residents);
    expect(loads).toEqual(['articles', 'overlay a']);
    threads[0]?.endBecause('memory');
    await run('a', 3, residents);
    expect(loads.slice(2)).toEqual(['articles', 'overlay a']);
  });

  test('fails its job where it cannot be loaded, and the next is tried', async () => {
    const { run, release, asked } = scene({ size: 1 });
    const failing = {
      ...residentOf('a', []),
      isOwn: true,
      load: () => Promise.reject(new Error('too large')),
    };
    await expect(run('a', 1, [failing])).rejects.toThrow('too large');
    release(2);
    await run('a', 2);
    expect(asked()).toEqual([[2]]);
  });
});

describe('an end', () => {
  test('comes once what waits and what is under way is done, where the pool is drained', async () => {
    const { pool, run, release } = scene({ size: 1 });
    const done: number[] = [];
    const jobs = [1, 2].map((index) => run('a', index).then(() => done.push(index)));
    const drained = pool.drain().then(() => done.push(0));
    release(1);
    release(2);
    await Promise.all([...jobs, drained]);
    expect(done).toEqual([1, 2, 0]);
    await pool.drain();
  });

  test('breaks off what is under way, refuses what waits and what comes later, and opens nothing more', async () => {
    const { pool, threads, run } = scene({ size: 1 });
    const jobs = Promise.allSettled([run('a', 1), run('b', 2)]);
    await settled();
    await pool.end();
    const told = { status: 'rejected', reason: { name: 'JobThreadError', reason: 'stopped' } };
    expect(await jobs).toMatchObject([told, told]);
    await expect(run('a', 3)).rejects.toMatchObject({ reason: 'stopped' });
    await settled();
    expect(threads).toHaveLength(1);
    expect(threads[0]?.hasEnded).toBe(true);
    await pool.end();
  });

  test('of threads that had nothing to do for long comes by itself; the next job gets another', async () => {
    const ended = new Deferred<null>();
    const idle = new FakeThread<AnsweringJobs>(() => []);
    const next = new FakeThread<AnsweringJobs>(() => []);
    const end = async () => {
      idle.endBecause('stopped');
      ended.resolve(null);
    };
    const threads = [Object.assign(idle, { end }), next];
    const open = async () => threads.shift() ?? Promise.reject(new Error('opened too often'));
    const { run } = scene({ size: 1, idleMs: 1, open });
    await run('a', 1);
    // Nothing else keeps the loop alive: the timer does not.
    const alive = setInterval(() => {}, 1_000);
    await ended.promise;
    clearInterval(alive);
    await run('a', 2);
    expect([idle.names, next.names]).toEqual([['readTexts'], ['readTexts']]);
  });
});
