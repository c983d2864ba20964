import type { GuildSettings } from '../../store/records/guild-settings.ts';
import { type SetUp, settingsIn } from './settings-in.ts';
import { refused } from './user-facing-error.ts';

/** Where something is said, as far as it decides what the bot may say. */
export interface Spot {
  /** Null outside servers. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread hangs under, and the category above: what is set for these counts below them. */
  readonly parentIds: readonly string[];
}

type Allowed = Pick<GuildSettings, 'speakChannelIds' | 'answersMentions' | 'mentionChannelIds'>;

/** Whether the bot says something there that all can read. */
export function speaksIn({ speakChannelIds }: Pick<Allowed, 'speakChannelIds'>, spot: Spot): boolean {
  return isAmong(speakChannelIds, spot);
}

/** Whether it answers those who mention it there, which all can read. */
export function answersMentionsIn(settings: Allowed, spot: Spot): boolean {
  const { answersMentions, mentionChannelIds } = settings;
  return answersMentions && speaksIn(settings, spot) && isAmong(mentionChannelIds, spot);
}

/**
 * Nothing is said to all where the bot is to be silent.
 *
 * @throws {UserFacingError} `not-here`
 */
export async function requireSpeaking(setUp: SetUp, spot: Spot): Promise<void> {
  if (!speaksIn(await settingsIn(setUp, spot.guildId), spot)) throw refused({ kind: 'not-here' });
}

/** None chosen stands for all. */
function isAmong(chosen: readonly string[], { channelId, parentIds }: Spot): boolean {
  return chosen.length === 0 || [channelId, ...parentIds].some((id) => chosen.includes(id));
}
