import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWeekStart, formatIsoWeek, WEEK_MS } from '../../src/kit/weeks.ts';

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
