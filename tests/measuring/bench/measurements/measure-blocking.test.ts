import { expect, test } from 'vitest';
import { measureLongestBlock } from '../../../../src/measuring/bench/measurements/measure-blocking.ts';

test.each([
  ['between two checks', [5, 30, 10]],
  ['before the first check', [30, 5]],
  ['after the last check', [5, 10, 30]],
])('the longest block is measured, %s', async (_, portions) => {
  let clock = 0;
  const waiting: (() => void)[] = [];
  const nowMs = (): number => {
    waiting.shift()?.();
    return clock;
  };
  const nextCheck = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));
  const longest = await measureLongestBlock({ nowMs }, async () => {
    for (const [index, portion] of portions.entries()) {
      if (index > 0) await nextCheck();
      clock += portion;
    }
  });
  expect(longest).toBe(30);
});

test('the checks end where the work fails', async () => {
  let checks = 0;
  const nowMs = (): number => checks++;
  await expect(measureLongestBlock({ nowMs }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const before = checks;
  // Other work is checked meanwhile.
  await measureLongestBlock(...severalChecks());
  expect(checks).toBe(before);
});

/** Work that ends when the clock is read for the fourth time. */
function severalChecks(): Parameters<typeof measureLongestBlock> {
  const onChecks: (() => void)[] = [];
  const fourth = new Promise<void>(
    (resolve) =>
      void onChecks.push(
        () => {},
        () => {},
        () => {},
        resolve,
      ),
  );
  const nowMs = (): number => {
    onChecks.shift()?.();
    return 0;
  };
  return [{ nowMs }, () => fourth];
}
