import { expect, test } from 'vitest';
import { type CollectedLines, LineCollector } from '../../../src/discord/notifications/moderation-log.ts';

/** A collector with a clock and timers that the test moves. */
function scene() {
  let nowMs = 0;
  const timers = new Set<{ readonly atMs: number; readonly work: () => void }>();
  const handedOver: (CollectedLines & { readonly key: string; readonly atMs: number })[] = [];
  const collector = new LineCollector({
    nowMs: () => nowMs,
    schedule(work, delayMs) {
      const timer = { atMs: nowMs + delayMs, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    handOver: (key, collected) => void handedOver.push({ key, atMs: nowMs, ...collected }),
  });
  const moveTo = (ms: number): void => {
    for (const timer of [...timers].toSorted((one, other) => one.atMs - other.atMs)) {
      if (timer.atMs > ms || !timers.delete(timer)) continue;
      nowMs = timer.atMs;
      timer.work();
    }
    nowMs = ms;
  };
  return { collector, handedOver, moveTo, timers };
}

test('lines that come shortly after each other are handed over together, those of each key apart', () => {
  const { collector, handedOver, moveTo } = scene();
  collector.add('one', 'a');
  moveTo(4_000);
  collector.add('one', 'b');
  collector.add('other', 'c');
  moveTo(30_000);
  expect(handedOver).toEqual([
    { key: 'one', atMs: 9_000, lines: ['a', 'b'], otherCount: 0 },
    { key: 'other', atMs: 9_000, lines: ['c'], otherCount: 0 },
  ]);
});

test('fifty lines in a row are few messages, none waits for more than a minute, and each line counts once', () => {
  const { collector, handedOver, moveTo, timers } = scene();
  for (let number = 0; number < 50; number++) {
    moveTo(number * 3_000);
    collector.add('one', `${number}`);
  }
  moveTo(300_000);
  expect(handedOver.map(({ atMs }) => atMs)).toEqual([60_000, 120_000, 152_000]);
  const counts = handedOver.map(({ lines, otherCount }) => [lines.length, otherCount]);
  expect(counts).toEqual([
    [10, 10],
    [10, 10],
    [10, 0],
  ]);
  expect(timers.size).toBe(0);
});

test('a stop hands over what is there, and everything after it at once', () => {
  const { collector, handedOver, timers } = scene();
  collector.add('one', 'a');
  collector.stop();
  collector.add('one', 'b');
  expect(handedOver.map(({ lines }) => lines)).toEqual([['a'], ['b']]);
  expect(timers.size).toBe(0);
});
