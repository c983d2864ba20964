import { DAY_MS } from '../../kit/time.ts';
import {
  chooseShownQuestion,
  isAskedOpenly,
  isPublic,
  type QuestionRecord,
} from '../../store/records/asked-row.ts';
import type { DayUsage, Period, Usage } from '../../store/records/usage.ts';
import { countStaleArticles } from '../articles/own-articles.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import type { SettingsOfRequest } from '../kit/read-server-settings.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { type OpenEntriesDeps, selectOpen } from '../unanswered/open-entries.ts';
import { type OutcomeCounts, sumUp } from '../unanswered/stats.ts';
import { listEntries, type UnansweredEntry } from '../unanswered/unanswered.ts';

/** What members asked in a week, and what moderators can do about it. */
export interface Digest extends Pick<Usage, 'helpful' | 'notHelpful'> {
  readonly period: Period;
  readonly totals: OutcomeCounts;
  /** The same of the week before. */
  readonly before: OutcomeCounts;
  /** The open questions of the week that the bot did not answer. */
  readonly unanswered: DigestQuestions;
  /** Those whose answers more members found unhelpful than helpful. */
  readonly votedDown: DigestQuestions;
  /** How many entries of the unanswered queue are open now, however old. */
  readonly openCount: number;
  /** How many of the server's own articles are stale. */
  readonly staleCount: number;
}

export interface DigestQuestions {
  /** Those that may be named, most asked first. */
  readonly named: readonly { readonly question: string; readonly times: number }[];
  /** How many others there are. */
  readonly otherCount: number;
}

interface DigestRequest {
  readonly guildId: string;
  readonly period: Period;
  /** Whether all ordinary members see where the digest is shown. */
  readonly isSeenByMembers: boolean;
}

/** A digest is read in half a minute. */
const MAX_NAMED = 3;

/**
 * Reads the digest of a week; null if nobody asked in it. It names no question that was asked in private or in a hidden channel. Where all
 * members read the digest, it names none whose answer only its asker saw either: an “I don’t know” to `/ask` must not embarrass.
 *
 * @throws {UserFacingError} `not-kept`
 */
export async function readDigest(
  deps: OpenEntriesDeps & ModerationDeps & SettingsOfRequest,
  { guildId, period, isSeenByMembers }: DigestRequest,
): Promise<Digest | null> {
  const { store } = deps;
  const { fromMs, toMs } = period;
  const days = await refuseOnStoreError(() => store.usage.readDays(guildId, fromMs - (toMs - fromMs)));
  const inWeek = days.filter((day) => startOf(day) >= fromMs && startOf(day) < toMs);
  if (inWeek.length === 0) return null;
  const open = await selectOpen(deps, guildId, await listEntries(deps, guildId));
  const asked = open.flatMap((entry) => keepAskedIn(entry, period));
  const mayName = isSeenByMembers ? isPublic : isAskedOpenly;
  return {
    period,
    totals: sumUp(inWeek),
    before: sumUp(days.filter((day) => startOf(day) < fromMs)),
    ...(await refuseOnStoreError(() => store.usage.countVotes(guildId, period))),
    unanswered: selectNamed(asked.filter(isUnanswered), mayName),
    votedDown: selectNamed(
      asked.filter((entry) => !isUnanswered(entry)),
      mayName,
    ),
    openCount: open.length,
    staleCount: await countStaleArticles(deps, guildId),
  };
}

function startOf({ day }: DayUsage): number {
  return day * DAY_MS;
}

/** An entry with the times that it was asked in a period alone. */
type AskedEntry = Pick<UnansweredEntry, 'asked'>;

function keepAskedIn({ asked }: UnansweredEntry, { fromMs, toMs }: Period): readonly AskedEntry[] {
  const [first, ...others] = asked.filter(({ askedAt }) => askedAt >= fromMs && askedAt < toMs);
  return first === undefined ? [] : [{ asked: [first, ...others] }];
}

function isUnanswered({ asked }: AskedEntry): boolean {
  return asked.some(({ outcome }) => outcome === 'unknown');
}

/** Names an entry by the latest of its questions that may be named. */
function selectNamed(
  entries: readonly AskedEntry[],
  mayName: (asked: QuestionRecord) => boolean,
): DigestQuestions {
  const named = entries
    .flatMap(({ asked }) => {
      const shown = asked.find(mayName);
      return shown === undefined ? [] : [{ question: chooseShownQuestion(shown), times: asked.length }];
    })
    .toSorted((one, other) => other.times - one.times)
    .slice(0, MAX_NAMED);
  return { named, otherCount: entries.length - named.length };
}

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
