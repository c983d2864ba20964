import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '../../../src/kit/time.ts';
import {
  findDueWeek,
  findWeekStart,
  formatIsoWeek,
  isDueIn,
  WEEK_MS,
} from '../../../src/requests/digest/weekly-digest.ts';

const MONDAY = Date.parse('2026-11-30T00:00:00Z');
const MINUTE_MS = 60_000;

/** Ids of servers that were made over two years, as Discord makes them. */
const SERVERS = Array.from({ length: 2000 }, (_, at) =>
  String((60_000_000_000n + BigInt(at) * 31_536_173n) << 22n),
);

/** The minutes of the week in which a digest becomes due, by server. */
function listDueMinutes(guildId: string): readonly number[] {
  return Array.from({ length: 7 * 24 * 60 }, (_, minute) => minute).filter((minute) => {
    const nowMs = MONDAY + minute * MINUTE_MS;
    const week = findDueWeek(nowMs);
    return week !== null && isDueIn(guildId, week, nowMs);
  });
}

test('the last week is due from Monday morning on, and old news on Wednesday', () => {
  expect(findDueWeek(MONDAY)).toBeNull();
  expect(findDueWeek(MONDAY + 7 * 60 * MINUTE_MS)).toEqual({
    name: '2026-W48',
    fromMs: MONDAY - 7 * DAY_MS,
    toMs: MONDAY,
  });
  expect(findDueWeek(MONDAY + 2 * DAY_MS)).toBeNull();
});

test('a server is due for a day from its own time on, which is the same every week', () => {
  const [first = ''] = SERVERS;
  const minutes = listDueMinutes(first);
  expect(minutes).toHaveLength(24 * 60);
  expect(minutes.at(-1)).toBe((minutes[0] ?? 0) + 24 * 60 - 1);
});

test('two thousand servers are spread over the day: never more than a few in one minute', () => {
  const perMinute = new Map<number, number>();
  for (const guildId of SERVERS) {
    const week = { name: '', fromMs: MONDAY - 7 * DAY_MS, toMs: MONDAY };
    let [low, high] = [0, 24 * 60];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isDueIn(guildId, week, MONDAY + middle * MINUTE_MS)) high = middle;
      else low = middle + 1;
    }
    perMinute.set(low, (perMinute.get(low) ?? 0) + 1);
  }
  const minutes = [...perMinute.keys()];
  expect(Math.min(...minutes)).toBeGreaterThanOrEqual(6 * 60);
  expect(Math.max(...minutes)).toBeLessThanOrEqual(18 * 60);
  // Ten are posted in a minute.
  expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(10);
});

test.each([
  ['2026-11-29T23:59:59Z', '2026-W48'],
  ['2026-11-30T00:00:00Z', '2026-W49'],
  ['2026-12-31T12:00:00Z', '2026-W53'],
  ['2027-01-03T23:00:00Z', '2026-W53'],
  ['2027-01-04T00:00:00Z', '2027-W01'],
  ['2024-12-30T00:00:00Z', '2025-W01'],
  ['1970-01-01T00:00:00Z', '1970-W01'],
])('%s is in the week %s', (moment, week) => {
  expect(formatIsoWeek(Date.parse(moment))).toBe(week);
});

test('a week begins on the Monday before or at each of its moments', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
      const start = findWeekStart(ms);
      expect(new Date(start).toISOString()).toMatch(/T00:00:00\.000Z$/);
      expect(new Date(start).getUTCDay()).toBe(1);
      expect(ms - start).toBeGreaterThanOrEqual(0);
      expect(ms - start).toBeLessThan(WEEK_MS);
    }),
  );
});
