import { expect, test } from 'vitest';
import { Outages } from '../../../src/discord/connection/shards/connection-log.ts';

test('an outage with two tries a second is logged after pauses of 2, 4, 8, 16 and 32 s, then every minute', () => {
  let now = 0;
  const outages = new Outages(() => now);
  const lines: number[] = [];
  for (now = 0; now <= 300_000; now += 500) if (outages.countTry(0) !== null) lines.push(now / 1000);
  expect(lines).toEqual([0, 2, 6, 14, 30, 62, 122, 182, 242]);
});

test('each shard has its own outages, and a new one is logged at once', () => {
  const outages = new Outages(() => 0);
  expect(outages.countTry(0)).toBe(1);
  expect(outages.countTry(0)).toBeNull();
  expect(outages.countTry(1)).toBe(1);
  outages.end(0);
  expect(outages.isLogged(0)).toBe(false);
  expect(outages.countTry(0)).toBe(1);
});
