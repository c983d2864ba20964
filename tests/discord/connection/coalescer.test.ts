import { expect, test } from 'vitest';
import { Coalescer } from '../../../src/discord/connection/shards/coalescer.ts';

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
