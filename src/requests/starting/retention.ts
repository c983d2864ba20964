import { DAY_MS } from '../../kit/durations.ts';
import type { Store } from '../../store/open-store.ts';

/** How long records are kept. */
export interface Retention {
  /** After this many days the words of questions are removed, or null for never. */
  readonly keepQuestionsDays: number | null;
  /** This many days after the bot left a server, all records of the server are removed. */
  readonly keepLeftServersDays: number;
}

export interface ForgottenCounts {
  /** The number of questions whose words were removed. */
  readonly questions: number;
  /** The ids of the servers whose records were removed. */
  readonly servers: readonly string[];
}

interface RetentionDeps extends Pick<Store, 'forgetting'> {
  /** Returns whether this process handles a server. May be left out where one process handles all servers. */
  readonly isOurs?: (guildId: string) => boolean;
}

/** `/stats` looks back at sixty days at most; Discord sends no event again after days. */
const KEEP_CLAIMS_DAYS = 90;

const everyGuild = (): boolean => true;

/**
 * Removes records that have been kept for long enough, and repairs the store. Records of servers that other
 * processes handle stay: those processes know whether the bot is there.
 *
 * @throws {StoreError} where the store is out of order; the next run removes the rest
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
  for (const guildId of servers) await forgetting.forgetServer(guildId);
  await forgetting.forgetClaims(nowMs - KEEP_CLAIMS_DAYS * DAY_MS);
  await forgetting.sweep();
  return { questions, servers };
}

/**
 * Compares the servers that have records with those the bot is in: it may have been removed or invited while
 * it did not run. Skips servers that other processes handle.
 *
 * @throws {StoreError} where the store is out of order
 */
export async function noteServers(
  { forgetting, isOurs = everyGuild }: RetentionDeps,
  present: ReadonlySet<string>,
): Promise<void> {
  for (const guildId of (await forgetting.listKnownServers()).filter(isOurs))
    await (present.has(guildId) ? forgetting.markPresent(guildId) : forgetting.markLeft(guildId));
}
