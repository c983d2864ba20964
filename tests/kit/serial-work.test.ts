import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Coalescer, KeyedLock } from '../../src/kit/serial-work.ts';

/** Work that reports its start, and ends on demand. */
function works() {
  const emitter = new EventEmitter();
  const begun: string[] = [];
  const work = (name: string) => async (): Promise<string> => {
    begun.push(name);
    await once(emitter, name);
    return name;
  };
  return { begun, work, end: (name: string) => emitter.emit(name) };
}

test('work for one key runs one after the other, in order', async () => {
  const { begun, work, end } = works();
  const locks = new KeyedLock();
  const all = ['a', 'b', 'c'].map((name) => locks.run('key', work(name)));
  for (const name of ['a', 'b', 'c']) {
    await nextTurn();
    expect(begun.at(-1)).toBe(name);
    end(name);
  }
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
});

test('work for another key does not wait', async () => {
  const { begun, work } = works();
  const locks = new KeyedLock();
  void locks.run('key', work('a'));
  void locks.run('other', work('b'));
  await nextTurn();
  expect(begun).toEqual(['a', 'b']);
});

test('a failure reaches its caller and blocks no other work', async () => {
  const locks = new KeyedLock();
  const failed = locks.run('key', () => Promise.reject(new Error('gone')));
  const next = locks.run('key', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('gone');
  expect(await next).toBe('done');
  expect(await locks.run('key', () => Promise.resolve('again'))).toBe('again');
});

/** Passes that end when the test says so, each well or not. */
function held() {
  const signals: AbortSignal[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const runs = new Coalescer((signal) => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      ends.push((error) => (error === undefined ? resolve() : reject(error)));
    });
  });
  return { runs, signals, end: (at: number, error?: Error) => ends[at]?.(error) };
}

test('runs one at a time, and once more for all triggers meanwhile', async () => {
  const { runs, signals, end } = held();
  const first = runs.trigger();
  // After the first has ended, and before the next begins.
  const between = first.then(() => runs.trigger());
  const meanwhile = [runs.trigger(), runs.trigger(), runs.trigger()];
  expect(signals).toHaveLength(1);
  end(0);
  await first;
  await expect.poll(() => signals.length).toBe(2);
  end(1);
  await Promise.all([...meanwhile, between]);
  expect(signals).toHaveLength(2);
});

test('a trigger during the second run starts a third', async () => {
  const { runs, signals, end } = held();
  const [first, second] = [runs.trigger(), runs.trigger()];
  end(0);
  await first;
  await expect.poll(() => signals.length).toBe(2);
  const third = runs.trigger();
  end(1);
  await second;
  await expect.poll(() => signals.length).toBe(3);
  end(2);
  await third;
});

test('a failed run rejects its triggers, and later runs still start', async () => {
  const { runs, signals, end } = held();
  const [first, second] = [runs.trigger(), runs.trigger()];
  end(0, new Error('no'));
  await expect(first).rejects.toThrow('no');
  await expect.poll(() => signals.length).toBe(2);
  end(1);
  await second;
});

test('a stop aborts the current run, and no run follows', async () => {
  const { runs, signals, end } = held();
  const [first, second] = [runs.trigger(), runs.trigger()];
  expect(signals[0]?.aborted).toBe(false);
  runs.stop();
  expect(signals[0]?.aborted).toBe(true);
  end(0);
  await Promise.all([first, second, runs.trigger()]);
  expect(signals).toHaveLength(1);
});
