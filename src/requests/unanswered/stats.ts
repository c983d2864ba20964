import { DAY_MS } from '../../kit/durations.ts';
import type { ArticleUsage } from '../../serving/asking/article-usage.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Store } from '../../store/open-store.ts';
import type { DayUsage, Usage } from '../../store/records/usage.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';

export interface StatsRequest extends ServerRequest {
  /** The number of days, with today; at least 1. */
  readonly days: number;
}

/** Counts the questions of a server and the articles that answered. */
export interface Stats extends Pick<Usage, 'helpful' | 'notHelpful' | 'questions'>, ArticleUsage {
  /** All days of the period, also those without a question, oldest first. */
  readonly days: readonly DayUsage[];
  readonly totals: Omit<DayUsage, 'day'>;
}

interface StatsDeps {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  readonly store: Pick<Store, 'usage'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Counts the questions of a server over the last days (in UTC), and the articles that answered, for
 * moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function readServerStats(
  { knowledge, store, now }: StatsDeps,
  { requester, guildId, days }: StatsRequest,
): Promise<Stats> {
  requireModerator(requester);
  const today = Math.floor(now() / DAY_MS);
  const first = today - days + 1;
  const usage = await refuseOnStoreError(() => store.usage.readSince(guildId, first * DAY_MS));
  const byDay = new Map(usage.days.map((each) => [each.day, each]));
  const all = Array.from(
    { length: days },
    (_, index) => byDay.get(first + index) ?? createEmptyDay(first + index),
  );
  const byArticle = await knowledge.run(guildId, 'countUsageByArticle', { facts: usage.facts });
  return {
    days: all,
    totals: {
      answered: sum(all, 'answered'),
      unsure: sum(all, 'unsure'),
      unknown: sum(all, 'unknown'),
    },
    helpful: usage.helpful,
    notHelpful: usage.notHelpful,
    questions: usage.questions,
    ...byArticle,
  };
}

function createEmptyDay(day: number): DayUsage {
  return { day, answered: 0, unsure: 0, unknown: 0 };
}

function sum(days: readonly DayUsage[], outcome: keyof Omit<DayUsage, 'day'>): number {
  return days.reduce((total, day) => total + day[outcome], 0);
}
