import { expect, test } from 'vitest';
import { MemoryLooks } from '../../../../src/measuring/bench/measurements/memory-looks.ts';

/** Memory as it is with each look, the one before included, and how often garbage was collected. */
function looksAt(bytes: readonly number[], every: number) {
  const left = [...bytes];
  let collected = 0;
  const collectGarbage = (): void => {
    collected++;
  };
  const looks = new MemoryLooks({ collectGarbage, heldBytes: () => left.shift() ?? -1 }, every);
  return { looks, collected: () => collected };
}

test('memory is looked at each time so many servers were asked, beside what was held before', () => {
  const { looks, collected } = looksAt([100, 130, 150, 155], 2);
  for (let servers = 1; servers <= 5; servers++) looks.pass(servers);
  expect(looks.end(5)).toEqual([
    { servers: 2, bytes: 30 },
    { servers: 4, bytes: 50 },
    { servers: 5, bytes: 55 },
  ]);
  expect(collected()).toBe(4);
});

test('the last look is taken once', () => {
  const { looks } = looksAt([0, 1], 2);
  looks.pass(2);
  expect(looks.end(2)).toEqual([{ servers: 2, bytes: 1 }]);
});
