import { DAY_MS } from '../../kit/time.ts';
import type { Store } from '../../store/open-store.ts';

/** How long records are kept. */
export interface Retention {
  /** After this many days the words of questions are removed, or null for never. */
  readonly keepQuestionsDays: number | null;
  /** This many days after the bot left a server, all records of the server are removed. */
  readonly keepLeftServersDays: number;
}

interface RetentionDeps extends Pick<Store, 'forgetting'> {
  /** Returns whether the caller handles a server. May be left out where it handles all servers. */
  readonly isOurs?: (guildId: string) => boolean;
}

/** `/stats` looks back at sixty days at most; Discord sends no event again after days. */
const KEEP_CLAIMS_DAYS = 90;

const everyGuild = (): boolean => true;

/**
 * Removes records that have been kept for long enough, and repairs the store. Returns how many questions lost their words.
 *
 * @throws {StoreError} where the store is out of order; the next run removes the rest
 */
export async function forgetOld(
  { forgetting }: Pick<Store, 'forgetting'>,
  { keepQuestionsDays }: Retention,
  nowMs: number,
): Promise<number> {
  const questions =
    keepQuestionsDays === null ? 0 : await forgetting.forgetTexts(nowMs - keepQuestionsDays * DAY_MS);
  await forgetting.forgetClaims(nowMs - KEEP_CLAIMS_DAYS * DAY_MS);
  await forgetting.sweep();
  return questions;
}

/**
 * Removes the records of servers that the bot has left for long enough. Returns the ids of these servers. Records of servers that others
 * handle stay: those know whether the bot is there.
 *
 * @throws {StoreError} where the store is out of order; the next run removes the rest
 */
export async function forgetLeftServers(
  { forgetting, isOurs = everyGuild }: RetentionDeps,
  { keepLeftServersDays }: Retention,
  nowMs: number,
): Promise<readonly string[]> {
  const left = await forgetting.listLeftBefore(nowMs - keepLeftServersDays * DAY_MS);
  const servers = left.filter(isOurs);
  for (const guildId of servers) await forgetting.forgetServer(guildId);
  if (servers.length > 0) await forgetting.sweep();
  return servers;
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
