import { DAY_MS } from './durations.ts';

/** One week in milliseconds. */
export const WEEK_MS = 7 * DAY_MS;

/** 1 January 1970 was a Thursday, three days after a Monday. */
const FIRST_MONDAY_MS = -3 * DAY_MS;

/** Returns when the ISO week of a moment began: Monday 00:00 UTC. Both are milliseconds since 1970. */
export function findWeekStart(ms: number): number {
  return Math.floor((ms - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
}

/** Names the ISO week of a moment, such as `2026-W48`. The year is the one that most of its days belong to. */
export function formatIsoWeek(ms: number): string {
  const thursday = new Date(findWeekStart(ms) + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / WEEK_MS) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
