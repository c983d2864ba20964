import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { StuckThreads } from '../../../src/store/sqlite/stuck-threads.ts';

/** A thread that exits when it is told to, as one does that comes back from the disk. */
class Stuck extends EventEmitter {
  isEnding = false;

  postMessage(message: 'close'): void {
    this.isEnding = message === 'close';
  }

  unref(): void {}
}

test('four stuck threads are enough, until one of them comes to its end', () => {
  const threads = new StuckThreads();
  const stuck = Array.from({ length: 4 }, () => new Stuck());
  for (const thread of stuck) {
    expect(threads.isFull).toBe(false);
    threads.giveUp(thread);
  }
  expect(threads.isFull).toBe(true);
  expect(stuck.every(({ isEnding }) => isEnding)).toBe(true);
  stuck[2]?.emit('exit', 1);
  expect(threads.isFull).toBe(false);
});
