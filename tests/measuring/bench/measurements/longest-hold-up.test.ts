import { expect, test } from 'vitest';
import { longestHoldUp } from '../../../../src/measuring/bench/measurements/longest-hold-up.ts';

test.each([
  ['between two pauses', [5, 30, 10]],
  ['before the first', [30, 5]],
  ['after the last', [5, 10, 30]],
])('the longest time without a turn is told, %s', async (_, portions) => {
  let clock = 0;
  const waiting: (() => void)[] = [];
  const nowMs = (): number => {
    waiting.shift()?.();
    return clock;
  };
  const nextLook = (): Promise<void> => new Promise((resolve) => void waiting.push(resolve));
  const longest = await longestHoldUp({ nowMs }, async () => {
    for (const [index, portion] of portions.entries()) {
      if (index > 0) await nextLook();
      clock += portion;
    }
  });
  expect(longest).toBe(30);
});

test('work that fails fails, and is not looked at any more', async () => {
  let looks = 0;
  const nowMs = (): number => looks++;
  await expect(longestHoldUp({ nowMs }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const before = looks;
  // Another one that looks as often has its turns meanwhile.
  await longestHoldUp(...severalLooks());
  expect(looks).toBe(before);
});

/** Work that ends with the fourth look at the clock. */
function severalLooks(): Parameters<typeof longestHoldUp> {
  const onLooks: (() => void)[] = [];
  const fourth = new Promise<void>(
    (resolve) =>
      void onLooks.push(
        () => {},
        () => {},
        () => {},
        resolve,
      ),
  );
  const nowMs = (): number => {
    onLooks.shift()?.();
    return 0;
  };
  return [{ nowMs }, () => fourth];
}
