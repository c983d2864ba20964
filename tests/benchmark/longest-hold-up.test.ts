import { setImmediate as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { longestHoldUp } from '../../src/benchmark/longest-hold-up.ts';

test.each([
  ['between two pauses', [5, 30, 10]],
  ['before the first', [30, 5]],
  ['after the last', [5, 10, 30]],
])('the longest time without a turn is told, %s', async (_, portions) => {
  let clock = 0;
  const longest = await longestHoldUp({ nowMs: () => clock }, async () => {
    for (const [index, portion] of portions.entries()) {
      if (index > 0) await pause();
      clock += portion;
    }
  });
  expect(longest).toBe(30);
});

test('work that fails fails, and is not looked at any more', async () => {
  let looks = 0;
  const nowMs = (): number => looks++;
  await expect(longestHoldUp({ nowMs }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await pause();
  const before = looks;
  await pause();
  expect(looks).toBe(before);
});
