import { DAY_MS } from '../../kit/time.ts';
import type { ArticleUsage } from '../../serving/asking/article-usage.ts';
import type { ForumPostCounts } from '../../store/records/once-records.ts';
import type { DayUsage, Usage } from '../../store/records/usage.ts';
import { getToolReaders, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { listOpenEntries, type OpenEntriesDeps } from './open-entries.ts';

export interface StatsRequest extends ServerRequest {
  /** The number of days, with today; at least 1. */
  readonly days: number;
}

export type OutcomeCounts = Omit<DayUsage, 'day'>;

/** Counts the questions of a server and the articles that answered. */
export interface Stats extends Pick<Usage, 'helpful' | 'notHelpful' | 'questions'>, ArticleUsage {
  /** The number of days, with today. */
  readonly days: number;
  readonly totals: OutcomeCounts;
  /** The same of as many days before these. */
  readonly before: OutcomeCounts;
  /** The forum posts that were answered by their titles. */
  readonly posts: ForumPostCounts;
  /** How many entries of the unanswered queue are open now, however old. */
  readonly openCount: number;
}

interface StatsDeps extends OpenEntriesDeps {
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Counts the questions of a server over the last days (in UTC) and over as many days before, and the articles
 * that answered, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function readServerStats(deps: StatsDeps, { days, ...server }: StatsRequest): Promise<Stats> {
  const { knowledge, store, now } = deps;
  const { guildId } = server;
  const readers = getToolReaders(server.requester);
  const open = await listOpenEntries(deps, server);
  const first = Math.floor(now() / DAY_MS) - days + 1;
  const usage = await refuseOnStoreError(() => store.usage.readSince(guildId, first * DAY_MS));
  const both = await refuseOnStoreError(() => store.usage.readDays(guildId, (first - days) * DAY_MS));
  const posts = await refuseOnStoreError(() => store.forumPosts.countSince(guildId, first * DAY_MS));
  const { helpful, notHelpful, questions, facts } = usage;
  return {
    days,
    totals: sumUp(usage.days),
    before: sumUp(both.filter(({ day }) => day < first)),
    posts,
    openCount: open.length,
    helpful,
    notHelpful,
    questions,
    ...(await knowledge.run(guildId, 'countUsageByArticle', { facts }, readers)),
  };
}

/** Adds up the counts of days. */
export function sumUp(days: readonly DayUsage[]): OutcomeCounts {
  const sum = (outcome: keyof OutcomeCounts): number => days.reduce((total, day) => total + day[outcome], 0);
  return { answered: sum('answered'), unsure: sum('unsure'), unknown: sum('unknown') };
}
