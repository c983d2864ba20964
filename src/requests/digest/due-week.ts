import { DAY_MS } from '../../kit/durations.ts';
import { findWeekStart, formatIsoWeek, WEEK_MS } from '../../kit/weeks.ts';
import type { Period } from '../../store/records/usage.ts';

/** The week that a digest is about, from Monday to Sunday in UTC. */
export interface Week extends Period {
  /** Its ISO name, such as `2026-W48`. */
  readonly name: string;
}

const HOUR_MS = 60 * 60 * 1000;

/** Digests begin on Monday at six in UTC, when Europe gets up, and are spread over twelve hours. */
const FIRST_MS = 6 * HOUR_MS;
const SPREAD_MS = 12 * HOUR_MS;
/** A bot that was down sends its digest up to a day late. Later, the week is old news, and so it is for a log channel that is new. */
const LATE_MS = DAY_MS;

/** Returns the week that digests may be due for at a moment, in milliseconds since 1970; null if none is due anywhere. */
export function findDueWeek(nowMs: number): Week | null {
  const toMs = findWeekStart(nowMs);
  const sinceMs = nowMs - toMs;
  if (sinceMs < FIRST_MS || sinceMs >= FIRST_MS + SPREAD_MS + LATE_MS) return null;
  const fromMs = toMs - WEEK_MS;
  return { name: formatIsoWeek(fromMs), fromMs, toMs };
}

/** Returns whether the digest of a week is due in a server at a moment. Each server has a time of its own, the same every week. */
export function isDueIn(guildId: string, { toMs }: Week, nowMs: number): boolean {
  const dueMs = toMs + FIRST_MS + Number((BigInt(guildId) >> SNOWFLAKE_TIME_BIT) % BigInt(SPREAD_MS));
  return nowMs >= dueMs && nowMs < dueMs + LATE_MS;
}

/**
 * The bits of an id from this one on tell when the server was made, in milliseconds.
 *
 * @see https://docs.discord.com/developers/reference#snowflakes
 */
const SNOWFLAKE_TIME_BIT = 22n;
