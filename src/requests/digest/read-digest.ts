import { DAY_MS } from '../../kit/durations.ts';
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
