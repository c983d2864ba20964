import type { Store } from '../../store/open-store.ts';

/** For how long things are kept. */
export interface Retention {
  /** Then the words of questions go; null for never. */
  readonly keepQuestionsDays: number | null;
  /** So long after the bot has left a server all that is kept of it goes. */
  readonly keepLeftServersDays: number;
}

export interface ForgottenCounts {
  /** Questions whose words were taken out. */
  readonly questions: number;
  /** Ids of servers. */
  readonly servers: readonly string[];
}

interface RetentionDeps extends Pick<Store, 'forgetting'> {
  /** Whether this process serves a server; the only process, which serves all, need not say. */
  readonly isOurs?: (guildId: string) => boolean;
}

const everyGuild = (): boolean => true;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Forgets what has been kept for long enough, and makes sure that the store is as it should be. Of servers that other processes serve
 * nothing is forgotten: those know whether the bot is there.
 *
 * @throws {StoreError} where the store is out of order; what was not forgotten is the next time
 */
export async function forgetOld(
  { forgetting, isOurs = everyGuild }: RetentionDeps,
  { keepQuestionsDays, keepLeftServersDays }: Retention,
  nowMs: number,
): Promise<ForgottenCounts> {
  const questions =
    keepQuestionsDays === null ? 0 : await forgetting.forgetTexts(nowMs - keepQuestionsDays * DAY_MS);
  const left = await forgetting.listLeftBefore(nowMs - keepLeftServersDays * DAY_MS);
  const servers = left.filter(isOurs);
  for (const guildId of servers) await forgetting.forgetGuild(guildId);
  await forgetting.sweep();
  return { questions, servers };
}

/**
 * Compares the servers of which something is kept with those the bot is in: it may have been removed, or invited again, while it did not run. Servers
 * that other processes serve are passed over.
 *
 * @throws {StoreError} where the store is out of order
 */
export async function noteServers(
  { forgetting, isOurs = everyGuild }: RetentionDeps,
  present: ReadonlySet<string>,
): Promise<void> {
  for (const guildId of (await forgetting.listKnownGuilds()).filter(isOurs))
    await (present.has(guildId) ? forgetting.markPresent(guildId) : forgetting.markLeft(guildId));
}
